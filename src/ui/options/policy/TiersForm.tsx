/** The tier table: which measures make a tier, and which team serves it. Highest first; the first match wins. */
import type { MeasureRange, TierRule } from "~src/domain/policy/policy"
import { Button, IconButton } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { move } from "../shared/move"
import { useDraft } from "./draft"
import { ChoiceAt, NumberAt, TextAt, WordsAt } from "./fields"

const text = optionsText.policy.tiers

export function TiersForm() {
  const { policy, locked, edit } = useDraft()
  const { tiers } = policy.tiers
  const change = (next: TierRule[]) => edit("tiers.tiers", next)
  return (
    <div className="stack">
      <p className="field-hint">{text.hint}</p>
      {tiers.map((tier, index) => (
        // Tiers have no id of their own; a name is being typed.
        <fieldset key={index} className="subcard">
          <legend className="sr-only">{text.tier(tier.name, index)}</legend>
          <div className="pair">
            <TextAt path={`tiers.tiers.${index}.name`} label={text.name} />
            <ChoiceAt path={`tiers.tiers.${index}.match`} label={text.match} options={text.matches} />
            <WordsAt path={`tiers.tiers.${index}.aliases`} label={text.aliases} optional />
            {!locked && (
              <span className="tools">
                <IconButton
                  icon="up"
                  label={text.up(tier.name)}
                  disabled={index === 0}
                  onClick={() => change(move(tiers, index, -1))}
                />
                <IconButton
                  icon="down"
                  label={text.down(tier.name)}
                  disabled={index === tiers.length - 1}
                  onClick={() => change(move(tiers, index, 1))}
                />
                <IconButton
                  icon="close"
                  label={text.remove(tier.name)}
                  disabled={tiers.length === 1}
                  onClick={() => change(tiers.filter((_, other) => other !== index))}
                />
              </span>
            )}
          </div>
          <Measures tier={tier} at={`tiers.tiers.${index}`} />
          <Teams tier={tier} at={`tiers.tiers.${index}`} />
        </fieldset>
      ))}
      {!locked && (
        <div className="buttons">
          <Button icon="plus" onClick={() => change([...tiers, newTier()])}>
            {text.add}
          </Button>
        </div>
      )}
    </div>
  )
}

function newTier(): TierRule {
  return { name: "", match: "any", when: [{ measure: "employees", from: 0 }], teams: [{ team: "" }] }
}

interface PartProps {
  tier: TierRule
  at: string
}

function Measures({ tier, at }: PartProps) {
  const { locked, edit } = useDraft()
  const change = (next: MeasureRange[]) => edit(`${at}.when`, next)
  return (
    <ul className="lines">
      {tier.when.map((range, index) => (
        <li key={index} className="pair">
          <ChoiceAt path={`${at}.when.${index}.measure`} label={text.measure} options={text.measures} />
          <NumberAt path={`${at}.when.${index}.from`} label={text.from} optional />
          {range.upTo === undefined ? (
            <NumberAt path={`${at}.when.${index}.below`} label={text.below} optional />
          ) : (
            <NumberAt path={`${at}.when.${index}.upTo`} label={text.upTo} optional />
          )}
          {!locked && (
            <IconButton
              icon="close"
              label={text.removeMeasure(tier.name, index)}
              disabled={tier.when.length === 1}
              onClick={() => change(tier.when.filter((_, other) => other !== index))}
            />
          )}
        </li>
      ))}
      {!locked && (
        <li>
          <Button
            kind="quiet"
            icon="plus"
            onClick={() => change([...tier.when, { measure: "arr", from: 0 }])}
          >
            {text.addMeasure}
          </Button>
        </li>
      )}
    </ul>
  )
}

function Teams({ tier, at }: PartProps) {
  const { locked, edit } = useDraft()
  const change = (next: TierRule["teams"]) => edit(`${at}.teams`, next)
  return (
    <ul className="lines">
      {tier.teams.map((rule, index) => (
        <li key={index} className="pair">
          <TextAt path={`${at}.teams.${index}.team`} label={text.team} />
          <ChoiceAt
            path={`${at}.teams.${index}.measure`}
            label={text.teamIf}
            options={[{ value: "", label: text.always }, ...text.measures]}
          />
          {rule.measure && <NumberAt path={`${at}.teams.${index}.from`} label={text.from} optional />}
          {!locked && (
            <IconButton
              icon="close"
              label={text.removeTeam(tier.name, index)}
              disabled={tier.teams.length === 1}
              onClick={() => change(tier.teams.filter((_, other) => other !== index))}
            />
          )}
        </li>
      ))}
      {!locked && (
        <li>
          <Button kind="quiet" icon="plus" onClick={() => change([...tier.teams, { team: "" }])}>
            {text.addTeam}
          </Button>
        </li>
      )}
    </ul>
  )
}
