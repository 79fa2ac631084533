/** A conversation as the judge takes it: who wrote each message is found before (`who-wrote.ts`). */
import type { Judgement } from "./verdict"

/** On whose side somebody stands; a bot of ours is `bot`. */
export type Side = "ours" | "theirs" | "other" | "bot" | "unknown"

export interface MailThread {
  id: string
  subject?: string | undefined
  /** Lower case: google, outlook, zendesk… */
  source: string
  ticket: TicketState
  /** Oldest first. */
  messages: readonly MailMessage[]
}

export type TicketState = "none" | "open" | "pending" | "done"

export interface MailMessage {
  id: string
  /** Epoch milliseconds. */
  at: number
  html: string
  side: Side
  direction: "inbound" | "outbound"
  name?: string | undefined
  email?: string | undefined
  /** Sides of those it went to; empty where the service names nobody. */
  to: readonly Side[]
  /** First names of those it went to, folded. */
  toNames: readonly string[]
}

/** What a person's message does to the question of who waits (`waiting.ts`). */
export type Says = "asks" | "closes" | "answers"

export interface JudgedMessage extends Judgement {
  id: string
  says: Says
}
