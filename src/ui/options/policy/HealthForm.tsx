/** Health: per trait where green ends and red begins, the formulas, and which customers each is for. */
import type { TraitKey } from "~src/domain/facts"
import { optionsText } from "~src/ui/strings/options"

import { useDraft } from "./draft"
import { NumberAt, ToggleAt } from "./fields"
import { FormulaRules } from "./FormulaRules"
import { FormulasTable } from "./FormulasTable"
import type { NumberKind } from "../shared/number-text"

const text = optionsText.policy.health

export function HealthForm() {
  const { policy } = useDraft()
  const { thresholds } = policy.health
  const traits = (Object.keys(thresholds) as TraitKey[]).filter((key) => thresholds[key].kind === "number")
  return (
    <div className="stack">
      <div className="scroll">
        <table className="plain grid">
          <caption>{text.thresholds}</caption>
          <thead>
            <tr>
              <th scope="col">{text.trait}</th>
              <th scope="col">{text.direction}</th>
              <th scope="col">{text.green}</th>
              <th scope="col">{text.red}</th>
              <th scope="col">{text.redIncludes}</th>
            </tr>
          </thead>
          <tbody>
            {traits.map((key) => (
              <ThresholdRow key={key} trait={key} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="field-hint">{text.thresholdsHint}</p>
      <FormulasTable />
      <FormulaRules />
      <h4>{text.score}</h4>
      <div className="pair">
        <NumberAt path="health.bands.concerning" label={text.yellowFrom} />
        <NumberAt path="health.bands.healthy" label={text.greenFrom} />
        <NumberAt path="health.warnAtOrBelow" label={text.warnAt} />
        <NumberAt path="health.sayDifferenceOver" label={text.difference} />
        <NumberAt path="health.staleAfterDays" label={text.stale} unit={optionsText.policy.days} />
        <NumberAt path="health.ownColourFrom" label={text.ownColourFrom} />
      </div>
      <div className="pair">
        <NumberAt path="health.usageScore.green" label={text.usageGreen} optional />
        <NumberAt path="health.usageScore.red" label={text.usageRed} optional />
      </div>
    </div>
  )
}

const ratios: TraitKey[] = ["dauOverMau", "mauOverSeats"]

function ThresholdRow({ trait }: { trait: TraitKey }) {
  const { policy } = useDraft()
  const threshold = policy.health.thresholds[trait]
  const at = `health.thresholds.${trait}`
  const name = optionsText.policy.traits[trait]
  const kind: NumberKind = ratios.includes(trait) ? "percent" : "number"
  if (threshold.kind !== "number") return null
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{threshold.higherIsBetter ? text.higher : text.lower}</td>
      <td>
        <NumberAt path={`${at}.green`} label={text.greenOf(name)} kind={kind} hideLabel />
      </td>
      <td>
        <NumberAt path={`${at}.red`} label={text.redOf(name)} kind={kind} hideLabel />
      </td>
      <td>
        <ToggleAt path={`${at}.redIncludes`} label={text.redIncludesOf(name)} hideLabel />
      </td>
    </tr>
  )
}
