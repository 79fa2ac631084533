/** What the pages of the week, the team and the Scaled desk are given: customers with their facts, what was noted, and kept texts. */
import type { AccountFacts, CalendarDate, Clock } from "~src/domain/facts"
import type { Policy } from "~src/domain/policy/policy"
import type { WeekAverage } from "~src/domain/week/score-trend"

import type { BookRow, HealthChange } from "./lists"

/** Which customers of a book: in or near Lighthouse, served by a pooled team, or all. */
export type WeekPick = "lighthouse" | "scaled" | "all"

export interface WeekCustomers {
  clock: Clock
  /** Whose customers: "Ada Moss", "Everybody". */
  title: string
  rows: BookRow[]
  /** Of those rows whose account is in the cache; touches of the last 120 days. */
  facts: AccountFacts[]
  /** How many match beyond those given. */
  cut: number
  /** What was written on these pages, by key; kept on this computer. */
  texts: Record<string, string>
  policy: Policy
}

export interface Move {
  accountId: string
  name: string
  on: CalendarDate
  kind: "came" | "left" | "churned"
}

export interface OwnerTrend {
  owner: string
  name: string
  weeks: WeekAverage[]
}

export interface WeekHistory {
  today: CalendarDate
  /** The first day of which anything was noted; null: nothing was yet. */
  knownSince: CalendarDate | null
  /** Newest first. */
  changes: (HealthChange & { owner?: string; ownerName?: string })[]
  moves: Move[]
  /** Average scores at the end of each of 13 weeks, per TA. Weeks before `knownSince` are left out. */
  trends: OwnerTrend[]
}
