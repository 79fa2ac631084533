/** One customer as pages show it. */
import type { Action, Assessment, Band } from "~src/domain/assessment"
import type { AccountFacts, CalendarDate, Instant, TraitKey } from "~src/domain/facts"

import type { Fault } from "./status"
import type { OutboxItem, TaskView } from "./work"

export interface SearchHit {
  id: string
  name: string
  tier: string | null
  band: Band
  mine: boolean
  externalId?: string
}

export interface ActionState {
  actionId: string
  doneSteps: string[]
  snoozedUntil?: CalendarDate
  dismissed?: { reason: string; at: Instant; fingerprint: string }
}

/** A section of an account that is not shown whole: `account`, `opportunities`, `contracts`, `contacts`, `tasks`, `events`, `cases`. */
export interface SalesforcePart {
  section: string
  state: "hidden" | "too-large" | "failed" | "more"
  text: string
}

/** One account, ready to show. */
export interface AccountView {
  id: string
  facts: AccountFacts
  assessment: Assessment
  /** Actions as the panel shows them now: snoozed and dismissed ones are in `hiddenActions`. */
  actions: Action[]
  hiddenActions: { action: Action; state: ActionState }[]
  actionStates: ActionState[]
  /** Steps of the renewal that the user ticked, by id; those of an earlier contract are not among them. */
  renewalDone: string[]
  tasks: TaskView[]
  outbox: OutboxItem[]
  mine: boolean
  ownerName?: string
  vitally: { readAt?: Instant; refreshing: boolean; fault?: Fault }
  salesforce: {
    state: "off" | "on" | "not-matched"
    readAt?: Instant
    refreshing: boolean
    fault?: Fault
    /** Sections that Salesforce did not show whole, in words. */
    parts?: SalesforcePart[]
  }
  openIn: { vitally?: string; salesforce?: string; usage: { label: string; url: string }[] }
  /** Which manual traits can be set from here (their keys are mapped). */
  canSet: (TraitKey | "redAccount" | "lighthouse")[]
  projectTemplates: { id: string; name: string }[]
  /** Set on a page of a sandbox: whose data this is, and that nothing can be changed from there. */
  pageNotice?: string
  /** How this page was matched to the account, where it was not by id. */
  linkedBy?: { how: "hand" | "name"; text: string }
  /** Other Vitally accounts of the same Salesforce account, parents or children. */
  alternatives: SearchHit[]
}

export interface CallBrief {
  title: string
  sections: { title: string; lines: string[] }[]
  /** The same as plain text, for the clipboard. */
  text: string
}

/** A write's answer: it is stored and will be sent after `sendAfter` unless undone. */
export interface Queued {
  outboxId: string
  sendAfter: Instant
}

export interface UsageImportView {
  id: string
  name: string
  at: Instant
  rows: number
  customers: number
}
