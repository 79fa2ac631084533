import type { Fact } from "~src/domain/facts"

import { sourceWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { Facts } from "../shared/Facts"
import { useAccount } from "../shared/panel-context"
import { Source } from "../shared/Source"

/** What the CRM itself calls this account: its support level and its type, with where each came from. */
export function CrmWords() {
  const { supportLevel, accountType } = useAccount().account.facts
  return (
    <Facts
      rows={[
        [panel.tier.supportLevel, supportLevel ? <Word fact={supportLevel} /> : null],
        [panel.tier.accountType, accountType ? <Word fact={accountType} /> : null],
      ]}
    />
  )
}

function Word({ fact }: { fact: Fact<string> }) {
  return (
    <>
      {fact.value} <Source fact={fact} />
      {fact.other ? (
        <span className="source-other">
          {panel.renewal.otherSystem(sourceWords[fact.other.source], fact.other.value)}
        </span>
      ) : null}
    </>
  )
}
