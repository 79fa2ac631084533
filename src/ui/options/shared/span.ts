/** A range of calendar days in words, and what is wrong with one. */
import type { CalendarDate } from "~src/domain/facts"
import { optionsText } from "~src/ui/strings/options"

export interface Span {
  from: CalendarDate
  to: CalendarDate
}

const day = new Intl.DateTimeFormat("en-GB", {
  weekday: "short",
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
})

/** "Mon 21 Dec 2026" of a calendar date. */
export function dayText(date: CalendarDate): string {
  const at = Date.parse(`${date}T00:00:00Z`)
  return Number.isNaN(at) ? date : day.format(at).replace(",", "")
}

export function spanText({ from, to }: Span): string {
  return from === to ? dayText(from) : `${dayText(from)} to ${dayText(to)}`
}

/** Undefined where the range can be used. */
export function spanFault({ from, to }: Span): string | undefined {
  if (!from || !to) return optionsText.span.incomplete
  return from > to ? optionsText.span.backwards : undefined
}
