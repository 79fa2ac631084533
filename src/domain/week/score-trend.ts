/** How the average score of today's customers went, week by week, from the changes that were noted. Pure. */
import { addDays } from "../calendar"
import type { CalendarDate } from "../facts"

export interface WeekAverage {
  /** The last day of the week, or today. */
  endsOn: CalendarDate
  /** Null if no customer had a score. */
  average: number | null
}

export interface NotedChange {
  accountId: string
  on: CalendarDate
  from: { score: number | null }
}

/**
 * Walks back from today's scores: a customer's score on a day is what its first later change came from. Of weeks that end before
 * anything was noted nothing is said.
 * @param changes oldest first
 */
export function weeklyAverages(
  scores: ReadonlyMap<string, number | null>,
  changes: readonly NotedChange[],
  { today, knownSince, weeks = 13 }: { today: CalendarDate; knownSince: CalendarDate | null; weeks?: number },
): WeekAverage[] {
  const ends = Array.from({ length: weeks }, (_, nth) => addDays(today, -7 * (weeks - 1 - nth)))
  return ends
    .filter((end) => knownSince !== null && end >= knownSince)
    .map((endsOn) => {
      const then = new Map(scores)
      for (const { accountId, on, from } of [...changes].reverse())
        if (on > endsOn && then.has(accountId)) then.set(accountId, from.score)
      const known = [...then.values()].filter((score) => score !== null)
      const sum = known.reduce((total, score) => total + score, 0)
      return { endsOn, average: known.length === 0 ? null : sum / known.length }
    })
}
