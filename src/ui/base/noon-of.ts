import type { CalendarDate, Instant } from "~src/domain/facts"

/** Noon of a day, local time: a system keeps a moment where the user knows only the day. */
export function noonOf(day: CalendarDate): Instant {
  return new Date(`${day}T12:00:00`).toISOString()
}
