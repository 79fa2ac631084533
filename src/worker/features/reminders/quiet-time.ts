/** When not to speak: quiet hours and days of absence. Times of day are "HH:MM" on the user's clock. */
import { startOfDay } from "~src/domain/calendar"
import { isWithin } from "~src/domain/time-of-day"
import type { CalendarDate, Clock, Instant } from "~src/domain/facts"
import type { Settings } from "~src/messaging/views/settings"

/** The time of day of a moment in a time zone. */
export function timeOfDay(at: Instant, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  }).format(Date.parse(at))
}

/** `from` is quiet, `to` no longer. */
export function isQuiet({ now, timeZone }: Clock, from: string, to: string): boolean {
  return isWithin(timeOfDay(now, timeZone), from, to)
}

/** First and last day of an absence are both away. */
export function isAway(absences: Settings["reminders"]["absences"], today: CalendarDate): boolean {
  return absences.some(({ from, to }) => from <= today && today <= to)
}

/**
 * The moment a day reaches a time of day, epoch milliseconds. Where clocks are put forward over it, the same number
 * of minutes after midnight.
 */
export function momentOf(date: CalendarDate, time: string, timeZone: string): number {
  const minutes = minutesOf(time)
  const naive = Date.parse(startOfDay(date, timeZone)) + minutes * 60_000
  const shown = minutesOf(timeOfDay(new Date(naive).toISOString(), timeZone))
  const exact = naive + (minutes - shown) * 60_000
  return timeOfDay(new Date(exact).toISOString(), timeZone) === time ? exact : naive
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
