/** What the user said of single touches: each can be taken back, or made a rule of the team. */
import type { EvidenceRule } from "~src/domain/policy/policy"
import type { CorrectionView } from "~src/messaging/views/options"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Button } from "~src/ui/base/Button"
import { formatDate } from "~src/ui/base/format"
import { Name } from "~src/ui/base/Name"
import { channelWords } from "~src/ui/strings/base"
import { correctionsText as text } from "~src/ui/strings/corrections"

import { useDraft } from "../policy/draft"
import { FaultAlert } from "../shared/FaultAlert"
import { useAct } from "../shared/use-act"
import { addRule } from "./TeamRules"

export function CorrectionList() {
  const { data, fault, refetch } = useWorkerQuery("evidence.list", {}, ["settings", "book", "popup"])
  if (!data) return <FaultAlert fault={fault} onRetry={refetch} />
  return (
    <div className="card">
      <h3>{text.yours}</h3>
      {data.corrections.length === 0 ? (
        <p className="soft">{text.none}</p>
      ) : (
        <ul className="rows">
          {data.corrections.map((one) => (
            <Row key={`${one.touchId} ${one.said}`} correction={one} />
          ))}
        </ul>
      )}
    </div>
  )
}

function Row({ correction }: { correction: CorrectionView }) {
  const { accountId, accountName, touchId, said, about } = correction
  const draft = useDraft()
  const correct = useAct("evidence.correct")
  const noAnswer = useAct("evidence.noAnswer")
  const touch = touchText(correction)
  const rule = ruleOf(correction)
  const undo = () =>
    said === "no-answer"
      ? noAnswer.mutate({ accountId, touchId, needed: true })
      : correct.mutate({ accountId, touchId, said: null })
  return (
    <li>
      <span>
        <Name>{accountName}</Name>: <Name>{touch}</Name>, {formatDate(about.on, about.saidAt.slice(0, 10))},{" "}
        <strong>{text.said[said]}</strong>
        <FaultAlert fault={correct.fault ?? noAnswer.fault} />
      </span>
      <span className="buttons">
        {rule && !draft.locked ? (
          <Button kind="quiet" aria-label={text.makeRuleOf(touch)} onClick={() => addRule(draft, rule)}>
            {text.makeRule}
          </Button>
        ) : null}
        <Button kind="quiet" aria-label={text.undoOf(touch)} onClick={undo}>
          {text.undo}
        </Button>
      </span>
    </li>
  )
}

function touchText({ about: { who, channel, subject } }: CorrectionView): string {
  return [who, channelWords[channel], subject && text.quoted(subject)].filter(Boolean).join(", ")
}

/** The sender tells most; a subject is for what names nobody. */
function ruleOf({ said, about: { email, subject } }: CorrectionView): EvidenceRule | undefined {
  if (said === "no-answer") return undefined
  const counts = said === "contact"
  if (email !== undefined) return { match: "sender", text: email, counts }
  return subject === undefined ? undefined : { match: "subject", text: subject, counts }
}
