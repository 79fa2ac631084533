/** How much each category weighs in each formula. The first is used unless a rule chooses another. */
import type { CategoryKey } from "~src/domain/assessment"
import type { HealthFormula } from "~src/domain/policy/policy"
import { Button, IconButton } from "~src/ui/base/Button"
import { classNames } from "~src/ui/base/class-names"
import { optionsText } from "~src/ui/strings/options"

import { move } from "../shared/move"
import { useDraft } from "./draft"
import { NumberAt, TextAt } from "./fields"
import { freshKey } from "./fresh-key"

const text = optionsText.policy.health
const categories: CategoryKey[] = ["sentiment", "technical", "relationships", "utilization"]

export function FormulasTable() {
  const { policy, locked, edit } = useDraft()
  const { formulas, rules } = policy.health
  const change = (next: HealthFormula[]) => edit("health.formulas", next)
  const isUsed = (key: string) => rules.some(({ formula }) => formula === key)
  return (
    <>
      <div className="scroll">
        <table className="plain grid">
          <caption>{text.formulas}</caption>
          <thead>
            <tr>
              <th scope="col">{text.formula}</th>
              {categories.map((category) => (
                <th key={category} scope="col">
                  {text.categories[category]}
                </th>
              ))}
              <th scope="col">{text.sum}</th>
              {!locked && <th scope="col">{text.order}</th>}
            </tr>
          </thead>
          <tbody>
            {formulas.map((formula, index) => (
              <tr key={formula.key}>
                <th scope="row">
                  <TextAt path={`health.formulas.${index}.label`} label={text.formulaName(index)} hideLabel />
                </th>
                {categories.map((category) => (
                  <td key={category}>
                    <NumberAt
                      path={`health.formulas.${index}.weights.${category}`}
                      label={text.weight(formula.label, text.categories[category])}
                      kind="percent"
                      hideLabel
                    />
                  </td>
                ))}
                <Sum weights={formula.weights} />
                {!locked && (
                  <td>
                    <span className="tools">
                      <IconButton
                        icon="up"
                        label={text.formulaUp(formula.label)}
                        disabled={index === 0}
                        onClick={() => change(move(formulas, index, -1))}
                      />
                      <IconButton
                        icon="close"
                        label={text.removeFormula(formula.label)}
                        disabled={formulas.length === 1 || isUsed(formula.key)}
                        onClick={() => change(formulas.filter((_, other) => other !== index))}
                      />
                    </span>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="field-hint">{text.formulasHint}</p>
      {!locked && (
        <div className="buttons">
          <Button icon="plus" onClick={() => change([...formulas, newFormula(formulas)])}>
            {text.addFormula}
          </Button>
        </div>
      )}
    </>
  )
}

/** A copy of the first to start from: its weights add up. */
function newFormula(formulas: HealthFormula[]): HealthFormula {
  const [
    { weights } = { weights: { sentiment: 0.25, technical: 0.25, relationships: 0.25, utilization: 0.25 } },
  ] = formulas
  return { key: freshKey(formulas), label: text.newFormula, source: "", weights }
}

/** As it is typed, so that nobody must add up; the same border as the worker's check. */
function Sum({ weights }: { weights: HealthFormula["weights"] }) {
  const sum = Object.values(weights).reduce((a, b) => a + b, 0)
  const wrong = !(Math.abs(sum - 1) <= 1e-6)
  return (
    <td className={classNames("number", wrong && "wrong")}>
      {Number.isFinite(sum) ? `${Number((sum * 100).toFixed(2))}%` : "–"}
      {wrong && <span className="sr-only">{text.notHundred}</span>}
    </td>
  )
}
