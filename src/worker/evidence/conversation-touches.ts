import { dayOf } from "~src/domain/calendar"
import { judgeThread } from "~src/domain/evidence/mail/judge-thread"
import { isAutomated } from "~src/domain/verdict"
import type { TouchRow } from "../cache/rows"
import { filled, type VitallyConversation } from "../vitally/rows"

import { channelOfSource } from "./channel"
import { idOf, namesOf, type Ours, shownNames } from "./people"
import { readThread } from "./read-thread"

/**
 * Touches of one conversation read with its messages: one a message, each with its verdict. Nothing is left out: what does not count is
 * shown with its reason.
 */
export function conversationTouches(
  accountId: string,
  conversation: VitallyConversation,
  timeZone: string,
  ours: Ours,
): TouchRow[] {
  const { thread, rows, cast } = readThread(conversation, ours)
  const judged = judgeThread(thread)
  const subject = filled(conversation.subject)
  return thread.messages.flatMap((message, at): TouchRow[] => {
    const row = rows[at]
    const found = judged[at]
    const on = row && dayOf(row.timestamp, timeZone)
    if (!row || !found || on === null || on === undefined) return []
    const { verdict, reason, clues, says } = found
    const senderId = idOf(row.from)
    const who = message.name ?? message.email
    const customers = [row.from, ...row.to].filter(
      (person) => person !== undefined && person !== null && cast.sideOf(person) === "theirs",
    )
    const theirs = customers.flatMap((person) => namesOf(person, cast.personOf(person)))
    const people = message.side === "ours" ? shownNames(customers.map(cast.personOf)) : []
    return [
      {
        // A thread may belong to several accounts: each has its own touch of it.
        id: `message:${accountId}:${message.id}`,
        accountId,
        at: row.timestamp,
        on,
        channel: channelOfSource(conversation.source),
        direction: message.direction,
        automatic: isAutomated(found),
        verdict,
        reason,
        ...(clues.length > 0 && { clues }),
        ...(verdict === "person" && message.direction === "inbound" && { says }),
        source: "vitally",
        ...(who !== undefined && { who }),
        ...(subject !== undefined && { subject }),
        ...(message.email !== undefined && { email: message.email }),
        ...(message.side === "ours" && senderId !== undefined && { by: senderId }),
        ...(theirs.length > 0 && { with: [...new Set(theirs)] }),
        ...(people.length > 0 && { people }),
        ...(thread.ticket !== "none" && { ticket: thread.ticket }),
        ...(conversation.id !== "" && { conversationId: conversation.id, threadId: conversation.id }),
      },
    ]
  })
}
