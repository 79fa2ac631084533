/** Notifications: which, when, and when not. All off until switched on, but for "an account became yours". */
import { digestTime } from "~src/domain/time-of-day"
import type { Settings } from "~src/messaging/views/settings"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { Toggle } from "../shared/Fields"
import { useChange } from "../shared/use-change"
import { Absences } from "./Absences"
import { TimeField } from "./DateFields"

const text = optionsText.reminders

export function Reminders({ settings }: { settings: Settings }) {
  const { change, fault } = useChange()
  const { reminders } = settings
  const set = (patch: Partial<Settings["reminders"]>) => change({ reminders: patch })
  return (
    <div className="card">
      {(["digest", "bandDrop", "renewalPhase", "newAccount"] as const).map((kind) => (
        <Toggle
          key={kind}
          label={text.kinds[kind].label}
          hint={text.kinds[kind].hint}
          checked={reminders[kind]}
          locked={settings.locked.includes(`reminders.${kind}`)}
          onChange={(on) => set({ [kind]: on })}
        />
      ))}
      <div className="pair">
        {reminders.digest && (
          <TimeField
            label={text.digestAt}
            value={reminders.digestAt}
            hint={
              digestTime(reminders) === reminders.digestAt ? undefined : text.digestQuiet(reminders.quietTo)
            }
            onChange={(digestAt) => set({ digestAt })}
          />
        )}
        <TimeField
          label={text.quietFrom}
          value={reminders.quietFrom}
          onChange={(quietFrom) => set({ quietFrom })}
        />
        <TimeField label={text.quietTo} value={reminders.quietTo} onChange={(quietTo) => set({ quietTo })} />
      </div>
      <Absences absences={reminders.absences} onChange={(absences) => set({ absences })} />
      <FaultAlert fault={fault} />
    </div>
  )
}
