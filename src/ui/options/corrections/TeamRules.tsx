/** Rules of the policy on what counts as contact, each with what it would change until it is saved. */
import { evidencePolicy } from "~src/domain/evidence/words"
import type { EvidenceRule, Policy } from "~src/domain/policy/policy"
import { correctionsText as text } from "~src/ui/strings/corrections"

import { type Draft, useDraft } from "../policy/draft"
import { ChoiceAt, TextAt, ToggleAt } from "../policy/fields"
import { ListAt } from "../policy/ListAt"
import { RulePreview } from "./RulePreview"

const fresh: EvidenceRule = { match: "sender", text: "", counts: false }

export function TeamRules() {
  const { view } = useDraft()
  const saved = evidencePolicy(view.policy as Policy).rules
  return (
    <div className="card">
      <h3>{text.rules}</h3>
      <p className="soft">{text.rulesAbout}</p>
      <ListAt<EvidenceRule>
        path="contact.evidence.rules"
        legend={(rule, index) => text.rule(index, rule.text)}
        removeLabel={(_, index) => text.remove(index)}
        addLabel={text.add}
        fresh={() => fresh}
      >
        {(at, rule, remove) => (
          <>
            <div className="pair">
              <ChoiceAt path={`${at}.match`} label={text.match} options={text.matches} />
              <TextAt path={`${at}.text`} label={text.text} wide />
              {remove}
            </div>
            <ToggleAt path={`${at}.counts`} label={text.counts} />
            {saved.some((one) => isSame(one, rule)) ? null : <RulePreview rule={rule} />}
          </>
        )}
      </ListAt>
    </div>
  )
}

/** Puts a rule into the draft; it is the team's once the policy is saved. */
export function addRule({ policy, edit }: Draft, rule: EvidenceRule): void {
  const { rules, ...rest } = evidencePolicy(policy)
  if (!rules.some((one) => isSame(one, rule))) edit("contact.evidence", { ...rest, rules: [...rules, rule] })
}

const isSame = (one: EvidenceRule, other: EvidenceRule) =>
  one.match === other.match && one.text.trim() === other.text.trim() && one.counts === other.counts
