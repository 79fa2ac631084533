import { dayOf } from "~src/domain/calendar"
import {
  bagsIn,
  filled,
  messageShape,
  readRows,
  textIn,
  timeOf,
  type VitallyConversation,
} from "../vitally/rows"
import type { TouchRow } from "../cache/rows"

import { isAutomatic, isCalendarCopy } from "./automatic"
import { channelOfSource } from "./channel"

/** Messages of one thread that are kept, newest first. */
const messagesKept = 30
/** Clues stand at a body's start or end; long bodies are not searched whole. */
const searched = 4000

/**
 * Touches of one conversation read with its messages: one a message. Calendar mail gives none; mail of machines is marked.
 * Who wrote decides the direction before Vitally's `type`, which is sometimes wrong for Gmail copies (facts: section 4).
 */
export function conversationTouches(
  accountId: string,
  conversation: VitallyConversation,
  timeZone: string,
): TouchRow[] {
  const subject = filled(conversation.subject)
  const people = new Map<string, { name?: string; email?: string }>()
  for (const person of [...bagsIn(conversation.users), ...bagsIn(conversation.admins)]) {
    const id = textIn(person, "id")
    const name = textIn(person, "name")
    const email = textIn(person, "email")
    if (id !== undefined)
      people.set(id, { ...(name !== undefined && { name }), ...(email !== undefined && { email }) })
  }
  const messages = readRows(conversation.messages ?? [], messageShape)
    .rows.filter((message) => timeOf(message.timestamp) !== undefined)
    .sort((a, b) => (timeOf(b.timestamp) ?? 0) - (timeOf(a.timestamp) ?? 0))
    .slice(0, messagesKept)
  const directions = messages.map((message) => {
    const from = textIn(message.from, "type")
    if (from === "admin") return "outbound"
    if (from === "user") return "inbound"
    return message.type === "inbound" || message.type === "outbound" ? message.type : "unknown"
  })
  const answered = directions.includes("inbound")
  return messages.flatMap((message, index): TouchRow[] => {
    const at = message.timestamp ?? ""
    const body = message.message?.slice(0, searched)
    const on = dayOf(at, timeZone)
    if (on === null || isCalendarCopy(subject, body)) return []
    const direction = directions[index] ?? "unknown"
    const senderId = textIn(message.from, "id")
    const sender = senderId === undefined ? undefined : people.get(senderId)
    const clues = { subject, body, senderEmail: sender?.email, source: conversation.source, answered }
    const who = sender?.name ?? sender?.email
    return [
      {
        // A thread may belong to several accounts: each has its own touch of it.
        id: `message:${accountId}:${message.id}`,
        accountId,
        at,
        on,
        channel: channelOfSource(conversation.source),
        direction,
        automatic: isAutomatic({ ...clues, inbound: direction === "inbound" }),
        source: "vitally",
        ...(who !== undefined && { who }),
        ...(subject !== undefined && { subject }),
        ...(direction === "outbound" && senderId !== undefined && { by: senderId }),
        ...(conversation.id !== "" && { conversationId: conversation.id }),
      },
    ]
  })
}
