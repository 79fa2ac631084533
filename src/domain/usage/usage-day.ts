/** How much of one customer's product was used, as a usage system such as Looker says it for one day or week. */
import type { CalendarDate } from "../facts"

/** Whole numbers of people; ratios 0-1. What a row does not say is absent, never zero. */
export interface UsageValues {
  dau?: number
  wau?: number
  mau?: number
  seats?: number
  mauOverSeats?: number
  dauOverMau?: number
}

export interface UsageDay extends UsageValues {
  on: CalendarDate
}

export type UsageFact = keyof UsageValues

export const usageFacts: readonly UsageFact[] = ["dau", "wau", "mau", "seats", "mauOverSeats", "dauOverMau"]

/** The two that are shares of something: with their parts known, they are computed. */
export function ratioOf(day: UsageDay, fact: "mauOverSeats" | "dauOverMau"): number | null {
  const stated = day[fact]
  if (stated !== undefined) return stated
  const [part, whole] = fact === "mauOverSeats" ? [day.mau, day.seats] : [day.dau, day.mau]
  return part === undefined || whole === undefined || whole <= 0 ? null : part / whole
}

/** Weeks that are kept and shown. */
export const weeksKept = 13
