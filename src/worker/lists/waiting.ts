/** Customers who wrote and have no answer yet. */
import type { AccountSummary } from "~src/domain/assessment"
import { addHours } from "~src/domain/calendar"
import type { WaitingCustomer } from "~src/messaging/views/lists"
import type { OutboxRow } from "../cache/rows"

export interface WaitingQuestion {
  summaries: AccountSummary[]
  outbox: OutboxRow[]
  /** Elapsed hours within which an answer is promised. */
  promiseHours: number
  coverFor: (owner: string | undefined) => { coverFor?: string }
}

/** The earliest promise first. An answer logged here takes a customer off at once. */
export function waitingList(question: WaitingQuestion): WaitingCustomer[] {
  const { summaries, promiseHours, coverFor } = question
  const answered = answersLogged(question.outbox)
  return summaries
    .flatMap(({ id, name, band, owner, waitingSince, waitingMessage }): WaitingCustomer[] => {
      if (waitingSince === undefined || (answered.get(id) ?? "") >= waitingSince) return []
      return [
        {
          ...(waitingMessage ?? { channel: "other" }),
          accountId: id,
          name,
          band,
          since: waitingSince,
          answerBy: addHours(waitingSince, promiseHours),
          ...coverFor(owner),
        },
      ]
    })
    .sort((a, b) => a.answerBy.localeCompare(b.answerBy) || a.name.localeCompare(b.name))
}

/** The newest contact from our side that was logged here, by account; a refused write never arrived. */
function answersLogged(outbox: OutboxRow[]): Map<string, string> {
  const newest = new Map<string, string>()
  for (const { kind, state, accountId, payload, createdAt } of outbox) {
    if (kind !== "touch.log" || state === "refused" || payload.direction === "inbound") continue
    const at = typeof payload.at === "string" ? payload.at : new Date(createdAt).toISOString()
    if (at > (newest.get(accountId) ?? "")) newest.set(accountId, at)
  }
  return newest
}
