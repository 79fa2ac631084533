/** What the pages of the week are given. */
import type { Band } from "~src/domain/assessment"
import type { CalendarDate, Instant, TraitKey } from "~src/domain/facts"
import type { MonthlyPick } from "~src/domain/week/monthly-picks"
import type { MeetingRow } from "~src/domain/week/renewals-meeting"

export interface RenewalsMeeting {
  today: CalendarDate
  /** Whose customers: "Ada Moss", "Everybody". */
  title: string
  rows: MeetingRow[]
  /** When the last meeting was closed; absent: never here. */
  heldOn?: CalendarDate
  /** Names of those that were on the list then and are not now. */
  left: string[]
  /** TA sentiment can be set from here. */
  canRate: boolean
}

export type ManualTrait = Extract<TraitKey, "sentiment" | "activeChampion" | "accessToBuyer">

export interface SweepRow {
  id: string
  name: string
  tier: string | null
  band: Band
  score: number | null
  values: Record<ManualTrait, string | boolean | null>
  /** When somebody last looked at them, as far as is known. */
  checkedOn: CalendarDate | null
  /** True: that is longer ago than the policy allows, or nobody is known to have looked. */
  isDue: boolean
  /** What happened since: one short sentence, or empty. */
  since: string
}

export interface TraitSweep {
  today: CalendarDate
  staleAfterDays: number
  rows: SweepRow[]
  canSet: ManualTrait[]
}

export interface PlanItem {
  id: string
  kind: "meeting" | "task" | "contact"
  accountId: string
  accountName: string
  /** The day it stands under: what is late stands under today. */
  on: CalendarDate
  /** When it was or is due; meetings have none. */
  dueOn?: CalendarDate
  /** Start of a meeting. */
  at?: Instant
  /** Empty for a contact that falls due. */
  title: string
  attendees: string[]
}

/** What a rhythm asks for with one customer and no day is planned for. */
export interface OwedHere {
  key: string
  label: string
  accountId: string
  accountName: string
  nextOn?: CalendarDate
  overdue: boolean
}

export interface WeekPlan {
  today: CalendarDate
  days: CalendarDate[]
  items: PlanItem[]
  /** Due by the end of the fiscal quarter, soonest first. */
  owed: OwedHere[]
  quarterEndsOn: CalendarDate
  /** Rhythms of the team with the day they are next due. */
  team: { key: string; label: string; rhythm: string; nextOn?: CalendarDate }[]
  picks: MonthlyPick[]
  texts: Record<string, string>
  /** Customers beyond those whose rhythms were looked at. */
  cut: number
}
