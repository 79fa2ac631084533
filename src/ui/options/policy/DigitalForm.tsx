/** Messages that Vitally sends to customers of shared and automated teams: when, to whom, and how long they are shown. */
import type { DigitalTouchpoint } from "~src/domain/policy/policy"
import { optionsText } from "~src/ui/strings/options"

import { NumberAt, TextAt, ToggleAt, WordsAt } from "./fields"
import { freshKey } from "./fresh-key"
import { ListAt } from "./ListAt"

const { days, digital: text } = optionsText.policy

export function DigitalForm() {
  return (
    <div className="stack">
      <p className="field-hint">{text.hint}</p>
      <WordsAt path="digital.teams" label={text.teams} />
      <ListAt<DigitalTouchpoint>
        path="digital.touchpoints"
        legend={({ label }, index) => text.message(label, index)}
        removeLabel={({ label }) => text.remove(label)}
        addLabel={text.add}
        fresh={(items) => ({ key: freshKey(items), label: "", day: 30, roles: ["Instance Admin"] })}
      >
        {(at, { everyMonth }, remove) => (
          <>
            <div className="pair">
              <TextAt path={`${at}.label`} label={text.label} wide />
              {remove}
            </div>
            <div className="pair">
              <NumberAt
                path={`${at}.day`}
                label={everyMonth ? text.firstDay : text.day}
                unit={text.afterStart}
              />
              <WordsAt path={`${at}.roles`} label={text.roles} />
              <NumberAt
                path={`${at}.versionsBehindFrom`}
                label={text.versions}
                unit={text.releases}
                optional
              />
            </div>
            <ToggleAt path={`${at}.everyMonth`} label={text.everyMonth} />
          </>
        )}
      </ListAt>
      <div className="pair">
        <NumberAt path="digital.showDaysBefore" label={text.before} unit={days} />
        <NumberAt path="digital.showDaysAfter" label={text.after} unit={days} />
      </div>
    </div>
  )
}
