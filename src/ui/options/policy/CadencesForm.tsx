/** What customers are owed and what the team does in rhythm. */
import type { Cadence, Rhythm } from "~src/domain/policy"
import { Button, IconButton } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { SelectField } from "../Fields"
import { useDraft } from "./draft"
import { NumberAt, TextAt, ToggleAt, WordsAt } from "./fields"

const { days, cadences: text } = optionsText.policy

export function CadencesForm() {
  const { policy, locked, edit } = useDraft()
  const { cadences } = policy
  const change = (next: Cadence[]) => edit("cadences", next)
  return (
    <div className="stack">
      {cadences.map((cadence, index) => (
        // A key may come twice: the same rhythm for two teams.
        <fieldset key={index} className="subcard">
          <legend className="sr-only">{cadence.label}</legend>
          <div className="pair">
            <TextAt path={`cadences.${index}.label`} label={text.label} />
            <TextAt path={`cadences.${index}.rhythm`} label={text.rhythm} />
            <WordsAt path={`cadences.${index}.teams`} label={text.teams} optional />
            {!locked && (
              <IconButton
                icon="close"
                label={text.remove(cadence.label)}
                onClick={() => change(cadences.filter((_, other) => other !== index))}
              />
            )}
          </div>
          <div className="pair">
            <DueFields at={`cadences.${index}.due`} due={cadence.due} />
            <NumberAt path={`cadences.${index}.fromDay`} label={text.fromDay} optional />
            <ToggleAt path={`cadences.${index}.owed`} label={text.owed} />
          </div>
          <WordsAt
            path={`cadences.${index}.evidence.names`}
            label={text.evidence}
            hint={text.evidenceHint(cadence.evidence)}
            optional
          />
        </fieldset>
      ))}
      {!locked && (
        <div className="buttons">
          <Button icon="plus" onClick={() => change([...cadences, newCadence(cadences)])}>
            {text.add}
          </Button>
        </div>
      )}
    </div>
  )
}

function newCadence(cadences: Cadence[]): Cadence {
  return {
    key: `own-${cadences.length + 1}`,
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
