/** Which formula scores which customers: by stage, CRM segment or a trait's value. The first rule that holds wins. */
import type { TraitKey } from "~src/domain/facts"
import type { FormulaRule, HealthPolicy } from "~src/domain/policy/policy"
import { bandWords } from "~src/ui/strings/base"
import { optionsText } from "~src/ui/strings/options"

import { SelectField } from "../shared/Fields"
import { useDraft } from "./draft"
import { ChoiceAt, NumberAt, WordsAt } from "./fields"
import { ListAt } from "./ListAt"

const { health: text, traits: traitNames } = optionsText.policy

export function FormulaRules() {
  const { policy } = useDraft()
  const { formulas } = policy.health
  const stages = Object.values(policy.lifecycle.names)
  return (
    <>
      <h4>{text.rules}</h4>
      <p className="field-hint">{text.rulesHint}</p>
      <ListAt<FormulaRule>
        path="health.rules"
        legend={(_, index) => text.rule(index)}
        removeLabel={(_, index) => text.removeRule(index)}
        addLabel={text.addRule}
        fresh={() => ({ formula: formulas.at(-1)?.key ?? "", stages: stages.slice(0, 1) })}
      >
        {(at, rule, remove) => (
          <div className="pair">
            <ChoiceAt
              path={`${at}.formula`}
              label={text.use}
              options={formulas.map(({ key, label }) => ({ value: key, label }))}
            />
            <WordsAt path={`${at}.stages`} label={text.stages} placeholder={text.anyStage} optional />
            <WordsAt path={`${at}.segments`} label={text.segments} placeholder={text.anySegment} optional />
            <TraitCondition at={`${at}.trait`} trait={rule.trait} />
            {remove}
          </div>
        )}
      </ListAt>
    </>
  )
}

const first: Record<HealthPolicy["thresholds"][TraitKey]["kind"], string | number | boolean> = {
  boolean: true,
  sentiment: "healthy",
  number: 0,
}

function TraitCondition({ at, trait }: { at: string; trait: FormulaRule["trait"] }) {
  const { policy, locked, edit } = useDraft()
  const kindOf = (key: TraitKey) => policy.health.thresholds[key].kind
  const kind = trait && kindOf(trait.key)
  const value = `${at}.equals`
  const field = { label: text.isValue, locked, quietLock: true }
  return (
    <>
      <SelectField
        label={text.traitIs}
        value={trait?.key ?? ""}
        options={[
          { value: "", label: text.anyTrait },
          ...Object.entries(traitNames).map(([key, label]) => ({ value: key, label })),
        ]}
        locked={locked}
        quietLock
        onChange={(key) => edit(at, key === "" ? undefined : { key, equals: first[kindOf(key as TraitKey)] })}
      />
      {kind === "boolean" && (
        <SelectField
          {...field}
          value={String(trait?.equals)}
          options={text.yesNo}
          onChange={(next) => edit(value, next === "true")}
        />
      )}
      {kind === "sentiment" && (
        <SelectField
          {...field}
          value={String(trait?.equals)}
          options={(["healthy", "concerning", "poor"] as const).map((band) => ({
            value: band,
            label: bandWords[band],
          }))}
          onChange={(next) => edit(value, next)}
        />
      )}
      {kind === "number" && <NumberAt path={value} label={text.isValue} />}
    </>
  )
}
