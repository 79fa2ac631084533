import type { AccountView } from "~src/messaging/contract"

import { classNames, Name } from "../../base"
import { formatScore } from "../../base/format"
import { bandWords } from "../../strings/base"
import { edge } from "../../strings/edge"
import { panel } from "../../strings/panel"
import { nextFor } from "../shared/use-next"
import { topCauses } from "./edge-facts"

/** What the tab says when it is pointed at: name, score, causes, contact, renewal, and the one thing to do. */
export function Peek({ account }: { account: AccountView }) {
  const { health, contact, renewal, name } = account.assessment
  const score = health.official?.score ?? health.score
  const { daysSince, status } = contact
  return (
    <span className="peek">
      <span className="peek-line peek-head">
        <Name className="peek-name">{name}</Name>
        <span className={`peek-score`}>
          {score === null ? bandWords[health.band] : `${formatScore(score)} ${bandWords[health.band]}`}
        </span>
      </span>
      <span className="peek-line soft">{topCauses(account)}</span>
      <span className="peek-line">
        <span className={classNames("peek-contact", status === "overdue" && "late")}>
          {daysSince === null ? edge.noContact : edge.sinceContact(daysSince)}
        </span>
        {renewal.daysOut === null ? null : <span className="soft"> · {edge.renews(renewal.daysOut)}</span>}
      </span>
      <span className="peek-line">
        <span className="peek-next">{edge.next}</span> {nextText(account)}
        <kbd className="peek-keys">{edge.keys}</kbd>
      </span>
    </span>
  )
}

function nextText(account: AccountView): string {
  const next = nextFor(account)
  switch (next.kind) {
    case "action":
      return next.action.title
    case "task":
      return account.tasks.find(({ id }) => id === next.taskId)?.name ?? panel.next.nothing
    case "fill":
      return panel.next.fill
    case "none":
      return panel.next.nothing
  }
}
