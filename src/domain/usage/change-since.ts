import type { CalendarDate } from "../facts"
import { ratioOf, type UsageDay } from "./usage-day"

/**
 * How a ratio changed since a day: the newest value less the newest one that is not younger than that day. Points of a
 * hundred, rounded; null if either is not known, or both are the same one.
 */
export function changeSince(
  days: readonly UsageDay[],
  fact: "mauOverSeats" | "dauOverMau",
  since: CalendarDate,
): number | null {
  const known = days.flatMap((day) => {
    const value = ratioOf(day, fact)
    return value === null ? [] : [{ on: day.on, value }]
  })
  const last = known.at(-1)
  const before = known.filter(({ on }) => on <= since).at(-1)
  if (!last || !before || before.on === last.on) return null
  return Math.round((last.value - before.value) * 100)
}
