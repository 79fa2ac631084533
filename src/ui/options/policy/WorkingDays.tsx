/** Which days of the week the team works: due dates are moved to them, and the digest comes on them. */
import { optionsText } from "~src/ui/strings/options"

import { Toggle } from "../shared/Fields"
import { useDraft } from "./draft"

const text = optionsText.policy.workingDays

export function WorkingDays() {
  const { policy, locked, faults, edit } = useDraft()
  const { workingDays } = policy
  const fault = faults.find(({ path }) => path === "workingDays")?.reason
  return (
    <fieldset className="radios">
      <legend>{text.label}</legend>
      <div className="radio-row">
        {text.days.map((name, index) => {
          // 1 is Monday.
          const day = index + 1
          const others = workingDays.filter((other) => other !== day)
          return (
            <Toggle
              key={name}
              label={name}
              checked={workingDays.includes(day)}
              disabled={locked}
              onChange={(on) => edit("workingDays", on ? [...others, day].sort() : others)}
            />
          )
        })}
      </div>
      <p className={fault ? "field-error" : "field-hint"}>{fault ?? text.hint}</p>
    </fieldset>
  )
}
