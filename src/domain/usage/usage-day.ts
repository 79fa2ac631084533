/** What the values of one day of usage are to the rules. */
import type { RatioName, UsageDay, UsageValues } from "../facts"

export type { UsageDay, UsageValues } from "../facts"

/** What is one number. */
export type UsageFact = Exclude<keyof UsageValues, "version" | "teams">

/** Features whose users or uses a row may count. */
export const usageFeatures = ["searches", "codeNavigation", "batchChanges", "assistantUsers"] as const

export type UsageFeature = (typeof usageFeatures)[number]

export const usageFacts: readonly UsageFact[] = [
  "dau",
  "wau",
  "mau",
  "seats",
  "mauOverSeats",
  "dauOverMau",
  "versionsBehind",
  ...usageFeatures,
]

/** The two that are shares of something: with their parts known, they are computed. */
export function ratioOf(day: UsageDay, fact: RatioName): number | null {
  const stated = day[fact]
  if (stated !== undefined) return stated
  const [part, whole] = fact === "mauOverSeats" ? [day.mau, day.seats] : [day.dau, day.mau]
  return part === undefined || whole === undefined || whole <= 0 ? null : part / whole
}

/** Weeks that are kept and shown. */
export const weeksKept = 13
