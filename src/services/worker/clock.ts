/** The moment for which rules are asked. */
import type { CalendarDate, Clock } from "~src/domain/facts"

/** The browser's own zone where the user chose none. */
export function resolveTimeZone(chosen: string): string {
  return chosen || new Intl.DateTimeFormat().resolvedOptions().timeZone
}

/** The calendar day of `now` (epoch milliseconds) in an IANA time zone. */
export function dayIn(timeZone: string, now: number): CalendarDate {
  // The Swedish form of a date is the ISO one.
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(now)
}

export function clockAt(now: number, chosenTimeZone: string): Clock {
  const timeZone = resolveTimeZone(chosenTimeZone)
  return { now: new Date(now).toISOString(), today: dayIn(timeZone, now), timeZone }
}
