/** Events as they lie about now: what has begun, and what is to come. */
import type { SalesforceRecord } from "./api/query-page"
import { dateOf, textOf } from "./record-values"

const dayMs = 86_400_000
const mostPast = 200
const mostComing = 100

/**
 * All-day events bear midnight in UTC, which is another moment where the user is: near now they stand on both sides, and
 * whoever knows the time zone decides by their day.
 * @param rows latest first
 * @param now an instant
 */
export function partEvents(
  rows: readonly SalesforceRecord[],
  now: string,
): { past: SalesforceRecord[]; coming: SalesforceRecord[] } {
  const moment = Date.parse(now)
  const past = rows.filter((row) => startOf(row) <= moment + (isAllDay(row) ? dayMs : 0))
  const coming = rows.filter((row) => startOf(row) > moment - (isAllDay(row) ? 2 * dayMs : 0)).reverse()
  return { past: past.slice(0, mostPast), coming: coming.slice(0, mostComing) }
}

const isAllDay = (row: SalesforceRecord) =>
  row.IsAllDayEvent === true || textOf(row.StartDateTime) === undefined

/** Epoch milliseconds; an event without a moment starts with its day in UTC. */
export function startOf(row: SalesforceRecord): number {
  return Date.parse(textOf(row.StartDateTime) ?? dateOf(row.ActivityDate) ?? "")
}
