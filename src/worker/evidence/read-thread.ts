/** One conversation as the judge takes it. */
import type { MailMessage, MailThread, TicketState } from "~src/domain/mail-thread"
import {
  bagsIn,
  filled,
  messageShape,
  readRows,
  textIn,
  timeOf,
  type VitallyConversation,
} from "../vitally/rows"

import { castOf, firstName, type Cast, type Ours } from "./people"

/** Messages of one thread that are judged and kept: the newest. */
const messagesKept = 30

export interface ReadThread {
  thread: MailThread
  cast: Cast
  /** The messages' rows, in the thread's order. */
  rows: { id: string; from?: unknown; timestamp: string; to: unknown[] }[]
}

export function readThread(conversation: VitallyConversation, ours: Ours): ReadThread {
  const customers = bagsIn(conversation.accounts).length
  const cast = castOf(conversation, ours, customers)
  const rows = readRows(conversation.messages ?? [], messageShape)
    .rows.filter((message) => timeOf(message.timestamp) !== undefined)
    .sort((a, b) => (timeOf(a.timestamp) ?? 0) - (timeOf(b.timestamp) ?? 0))
    .slice(-messagesKept)
  const messages = rows.map((message): MailMessage => {
    const side = message.from === undefined || message.from === null ? "unknown" : cast.sideOf(message.from)
    const to = [...bagsIn(message.to), ...bagsIn(message.cc)]
    return {
      id: message.id,
      at: timeOf(message.timestamp) ?? 0,
      html: message.message ?? "",
      side,
      direction: directionOf(side, message.type),
      ...cast.personOf(message.from),
      to: to.map(cast.sideOf),
      toNames: to.map((person) => firstName(cast.personOf(person))).filter(Boolean),
    }
  })
  return {
    cast,
    rows: rows.map((row) => ({
      id: row.id,
      from: row.from,
      timestamp: row.timestamp ?? "",
      to: [...bagsIn(row.to), ...bagsIn(row.cc)],
    })),
    thread: {
      id: conversation.id,
      subject: filled(conversation.subject),
      source: (conversation.source ?? "").toLowerCase(),
      ticket: ticketState(conversation),
      messages,
    },
  }
}

/** Who wrote decides; the service's own word only if nobody known did. */
function directionOf(side: MailMessage["side"], type: string | null | undefined): MailMessage["direction"] {
  if (side === "ours") return "outbound"
  if (side === "theirs" || side === "other") return "inbound"
  return type === "outbound" ? "outbound" : "inbound"
}

function ticketState({ status, traits }: VitallyConversation): TicketState {
  const words = [
    textIn(traits, "zendesk.status"),
    textIn(traits, "intercom.state"),
    textIn(traits, "status"),
    filled(status),
  ]
    .filter((word) => word !== undefined)
    .join(" ")
    .toLowerCase()
  if (words === "") return "none"
  if (/solved|closed|resolved|done|deleted/.test(words)) return "done"
  return /pending|hold|waiting/.test(words) ? "pending" : "open"
}
