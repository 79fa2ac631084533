/** What customers are owed and what the team does in rhythm. */
import type { Cadence, Rhythm } from "~src/domain/policy/policy"
import { optionsText } from "~src/ui/strings/options"

import { SelectField } from "../shared/Fields"
import { useDraft } from "./draft"
import { NumberAt, TextAt, ToggleAt, WordsAt } from "./fields"
import { freshKey } from "./fresh-key"
import { ListAt } from "./ListAt"

const { days, cadences: text } = optionsText.policy

export function CadencesForm() {
  return (
    <ListAt<Cadence>
      path="cadences"
      legend={({ label }, index) => text.rhythmOf(label, index)}
      removeLabel={({ label }) => text.remove(label)}
      addLabel={text.add}
      fresh={newCadence}
    >
      {(at, { due, evidence }, remove) => (
        <>
          <div className="pair">
            <TextAt path={`${at}.label`} label={text.label} />
            <TextAt path={`${at}.rhythm`} label={text.rhythm} />
            <WordsAt path={`${at}.teams`} label={text.teams} optional />
            {remove}
          </div>
          <div className="pair">
            <DueFields at={`${at}.due`} due={due} />
            <NumberAt path={`${at}.fromDay`} label={text.fromDay} optional />
            <ToggleAt path={`${at}.owed`} label={text.owed} />
          </div>
          <WordsAt
            path={`${at}.evidence.names`}
            label={text.evidence}
            hint={text.evidenceHint(evidence)}
            optional
          />
        </>
      )}
    </ListAt>
  )
}

function newCadence(cadences: readonly Cadence[]): Cadence {
  return {
    key: freshKey(cadences),
    label: "",
    rhythm: "",
    due: { unit: "days", every: 30 },
    owed: true,
    evidence: { names: [] },
  }
}

const fresh: Record<Rhythm["unit"], Rhythm> = {
  days: { unit: "days", every: 30 },
  month: { unit: "month" },
  "fiscal-quarter": { unit: "fiscal-quarter" },
  "fiscal-half": { unit: "fiscal-half" },
  "fiscal-year": { unit: "fiscal-year" },
  "week-of-month": { unit: "week-of-month", week: 1 },
  "week-of-fiscal-quarter": { unit: "week-of-fiscal-quarter", week: 1 },
  "day-of-month": { unit: "day-of-month", day: 1 },
}

function DueFields({ at, due }: { at: string; due: Rhythm }) {
  const { locked, edit } = useDraft()
  return (
    <>
      <SelectField
        label={text.due}
        value={due.unit}
        options={text.units}
        locked={locked}
        quietLock
        onChange={(unit) => edit(at, fresh[unit as Rhythm["unit"]])}
      />
      {due.unit === "days" && <NumberAt path={`${at}.every`} label={text.every} unit={days} />}
      {(due.unit === "week-of-month" || due.unit === "week-of-fiscal-quarter") && (
        <NumberAt path={`${at}.week`} label={text.week} />
      )}
      {due.unit === "day-of-month" && <NumberAt path={`${at}.day`} label={text.day} />}
    </>
  )
}
