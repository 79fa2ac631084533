/** What the popup, the book page and the coverage page are given. */
import type { Band, WaitingMessage } from "~src/domain/assessment"
import type { BookEntry } from "~src/domain/book/entry"
import type { Urgency } from "~src/domain/day/urgency"
import type { CalendarDate, Channel, Instant } from "~src/domain/facts"

import type { Settings } from "./settings"
import type { Status } from "./status"
import type { OutboxItem, TaskView } from "./work"

export interface NewsLine {
  id: string
  kind: "band-drop" | "usage-drop" | "new-account" | "left-account" | "import"
  accountId: string
  accountName: string
  text: string
  at: Instant
}

/** A task as the popup shows it: the customer's standing beside it. */
export interface PopupTask extends TaskView {
  /** `undated`: open without a due date. */
  bucket: "overdue" | "today" | "week" | "undated" | "done"
  urgency: Urgency
  tier: string | null
  band: Band
  daysSinceContact: number | null
  coverFor?: string
  snoozedUntil?: CalendarDate
}

/** A customer who wrote and has no answer yet. */
export interface WaitingCustomer extends WaitingMessage {
  accountId: string
  name: string
  band: Band
  since: Instant
  /** Until when an answer is promised. */
  answerBy: Instant
  /** The colleague whose customer it is, while the user covers them. */
  coverFor?: string
}

export interface OverdueContact {
  accountId: string
  name: string
  tier: string | null
  tierRank: number | null
  band: Band
  lastContactOn?: CalendarDate
  lastChannel?: Channel
  daysSince: number | null
  overdueOn: CalendarDate
  daysOverdue: number
  /** The best reason to make contact, one sentence. */
  reason: string
  renewalOn?: CalendarDate
  arr?: number
  currency?: string
  coverFor?: string
}

export interface DueAction {
  accountId: string
  accountName: string
  actionId: string
  title: string
  dueOn: CalendarDate | null
  fingerprint: string
  band: Band
  tier: string | null
  urgency: Urgency
  coverFor?: string
}

export interface PopupView {
  today: CalendarDate
  status: Status
  /** With the view, so that one question draws the popup. */
  settings: Pick<Settings, "popup" | "appearance"> & { keys: boolean }
  news: NewsLine[]
  tasks: PopupTask[]
  /** How many customers the lists are about: the user's own and those of covered colleagues. */
  customers: number
  doneToday: number
  totalToday: number
  waiting: WaitingCustomer[]
  overdue: OverdueContact[]
  dueActions: DueAction[]
  outbox: OutboxItem[]
  /** Covering someone: shown above the lists. */
  covering: { adminId: string; name: string; from: CalendarDate; to: CalendarDate }[]
}

export type BookRow = BookEntry

export interface HealthChange {
  accountId: string
  name: string
  at: Instant
  from: { score: number | null; band: Band }
  to: { score: number | null; band: Band }
  moved: { label: string; from: string; to: string }[]
}

export interface Book {
  today: CalendarDate
  owner: { adminId: string; name: string } | null
  owners: { adminId: string; name: string; count: number }[]
  rows: BookRow[]
  changes: HealthChange[]
}

export interface CoverageRow {
  accountId: string
  name: string
  tier: string | null
  band: Band
  /** One sentence for each reason. */
  reasons: string[]
  /** What to do before leaving. */
  before: string[]
  renewalOn?: CalendarDate
}

export interface CoveragePlan {
  from: CalendarDate
  to: CalendarDate
  rows: CoverageRow[]
  steps: { id: string; text: string }[]
  /** Plain text for sharing. */
  text: string
}
