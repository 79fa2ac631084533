/** How Salesforce's fields are recognised, and which opportunities are renewals and expansions. */
import { optionsText } from "~src/ui/strings/options"

import { useDraft } from "./draft"
import { WordsAt } from "./fields"

const { salesforce: text } = optionsText.policy
/** A policy may map further facts, which keep their own names. */
const names: Partial<Record<string, string>> = text.facts

export function SalesforceForm() {
  const { policy } = useDraft()
  const facts = Object.keys(policy.mapping.salesforceLabels)
  return (
    <div className="stack">
      <h4>{text.opportunities}</h4>
      <p className="field-hint">{text.opportunitiesHint}</p>
      <div className="pair">
        <WordsAt path="mapping.opportunityTypes.renewal" label={text.renewal} />
        <WordsAt path="mapping.opportunityTypes.expansion" label={text.expansion} />
        <WordsAt path="mapping.opportunityTypes.labels" label={text.typeField} />
      </div>
      <h4>{text.fields}</h4>
      <p className="field-hint">{text.fieldsHint}</p>
      <div className="pair">
        {facts.map((fact) => (
          <WordsAt key={fact} path={`mapping.salesforceLabels.${fact}`} label={names[fact] ?? fact} />
        ))}
      </div>
    </div>
  )
}
