/**
 * Days on the user's calendar. A calendar date is text, `YYYY-MM-DD`; arithmetic runs on whole day numbers, so that
 * no daylight-saving change and no leap day can move a result.
 */
import type { CalendarDate, Clock, Instant } from "./facts"

const MS_PER_DAY = 86_400_000
const MS_PER_HOUR = 3_600_000
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const formatters = new Map<string, Intl.DateTimeFormat>()

/** True for `YYYY-MM-DD` naming a day that exists (30 February does not). */
export function isCalendarDate(text: string): boolean {
  if (!DATE.test(text)) return false
  const day = dayNumber(text)
  return Number.isFinite(day) && fromDayNumber(day) === text
}

/** Whole days since 1 January 1970. NaN where the text is no date. */
export function dayNumber(date: CalendarDate): number {
  return Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8, 10)) / MS_PER_DAY
}

/** The calendar date of a day number. */
export function fromDayNumber(day: number): CalendarDate {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10)
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days)
}

/** Calendar days from one date to another; negative where `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** Same day of the month `months` later; the month's last day where it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const index = +date.slice(0, 4) * 12 + (+date.slice(5, 7) - 1) + months
  const first = Date.UTC(Math.floor(index / 12), ((index % 12) + 12) % 12, 1) / MS_PER_DAY
  const length = Date.UTC(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1) / MS_PER_DAY - first
  return fromDayNumber(first + Math.min(+date.slice(8, 10), length) - 1)
}

/** 1 Monday to 7 Sunday. */
export function weekday(date: CalendarDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The date itself, or the nearest earlier one on a working day (1 Monday to 7 Sunday). */
export function workingDayOnOrBefore(date: CalendarDate, workingDays: readonly number[]): CalendarDate {
  if (workingDays.length === 0) return date
  let day = date
  while (!workingDays.includes(weekday(day))) day = addDays(day, -1)
  return day
}

/** The date itself, or the nearest later one on a working day. */
export function workingDayOnOrAfter(date: CalendarDate, workingDays: readonly number[]): CalendarDate {
  if (workingDays.length === 0) return date
  let day = date
  while (!workingDays.includes(weekday(day))) day = addDays(day, 1)
  return day
}

/** True for an IANA zone name this machine knows. */
export function isTimeZone(timeZone: string): boolean {
  try {
    formatterOf(timeZone)
    return true
  } catch {
    return false
  }
}

/** The day on which a moment falls in a time zone; a calendar date stays itself. Null where the text is neither. */
export function dayOf(at: Instant, timeZone: string): CalendarDate | null {
  if (at.length === 10) return isCalendarDate(at) ? at : null
  const ms = Date.parse(at)
  return Number.isNaN(ms) ? null : dayOfMs(ms, timeZone)
}

/** The day on which a moment, in milliseconds since 1970, falls in a time zone. Null outside the range of dates. */
export function dayOfMs(ms: number, timeZone: string): CalendarDate | null {
  if (Math.abs(ms) > 8.64e15) return null
  const text = formatterOf(timeZone).format(ms)
  return DATE.test(text) ? text : null
}

/** The clock for a moment in a time zone. Throws a RangeError for a bad moment or zone. */
export function clockAt(now: Instant, timeZone: string): Clock {
  const today = dayOf(now, timeZone)
  if (today === null) throw new RangeError(`"${now}" is not a moment in time.`)
  return { now: now.length === 10 ? startOfDay(now, timeZone) : now, today, timeZone }
}

/** The moment a calendar date begins in a time zone (where midnight does not exist, the first moment that does). */
export function startOfDay(date: CalendarDate, timeZone: string): Instant {
  const target = dayNumber(date) * MS_PER_DAY
  let low = target - 15 * MS_PER_HOUR
  let high = target + 15 * MS_PER_HOUR
  // The day in a zone never goes back, so halving finds the minute it changes.
  while (high - low > 60_000) {
    const middle = Math.floor((low + high) / 120_000) * 60_000
    if ((dayOfMs(middle, timeZone) ?? "") >= date) high = middle
    else low = middle
  }
  return new Date(high).toISOString()
}

/** Elapsed hours between two moments, not rounded; clock changes do not count. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_HOUR
}

/** The moment `hours` elapsed hours later. */
export function addHours(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * MS_PER_HOUR).toISOString()
}

// Swedish writes dates as YYYY-MM-DD; making a formatter costs a hundred times what using one does.
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
    })
    formatters.set(timeZone, formatter)
  }
  return formatter
}
