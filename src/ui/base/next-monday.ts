import type { CalendarDate } from "~src/domain/facts"

import { addDays } from "./format"

/** The first Monday after a day: what "next week" means here. */
export function nextMonday(today: CalendarDate): CalendarDate {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  return addDays(today, (8 - weekday) % 7 || 7)
}
