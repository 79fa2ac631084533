/** How old what we know is, and which day the lists may count up to. */
import { dayOfMs } from "~src/domain/calendar"
import type { CalendarDate, Clock, Instant } from "~src/domain/facts"

/** Section 4: a source older than this keeps the badge's last number. */
const staleAfterMs = 24 * 3_600_000

/** True where the last answer is more than 24 h old. Never read at all is not stale: there is nothing to be wrong about. */
export function isStale(lastOkAt: Instant | undefined, now: Instant): boolean {
  return lastOkAt !== undefined && Date.parse(now) - Date.parse(lastOkAt) > staleAfterMs
}

/**
 * The day up to which overdue contacts count: today; while the source is stale, the day on which it became so. Thus
 * badge and list both keep their last number without anything being stored.
 */
export function countedUntil(lastOkAt: Instant | undefined, clock: Clock): CalendarDate {
  if (lastOkAt === undefined || !isStale(lastOkAt, clock.now)) return clock.today
  return dayOfMs(Date.parse(lastOkAt) + staleAfterMs, clock.timeZone) ?? clock.today
}
