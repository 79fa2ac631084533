/**
 * Days on the user's calendar. A calendar date is text, `YYYY-MM-DD`; arithmetic runs on whole day numbers, so that
 * no daylight-saving change and no leap day can move a result.
 */
import type { CalendarDate, Clock, Instant } from "./facts"

const MS_PER_DAY = 86_400_000
const MS_PER_HOUR = 3_600_000
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const formatters = new Map<string, Intl.DateTimeFormat>()
const startsOfDays = new Map<string, Map<number, number>>()

/** True for `YYYY-MM-DD` naming a day that exists (30 February does not). */
export function isCalendarDate(text: string): boolean {
  if (!DATE.test(text)) return false
  const day = dayNumber(text)
  return Number.isFinite(day) && fromDayNumber(day) === text
}

/** Whole days since 1 January 1970. NaN where the text is no date. */
function dayNumber(date: CalendarDate): number {
  const month = digits(date, 5, 2)
  // March is month 0 and a year begins there, so that the leap day is its last.
  const year = digits(date, 0, 4) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const ofEra = year - era * 400
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digits(date, 8, 2) - 1
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
}

function digits(text: string, from: number, length: number): number {
  let value = 0
  for (let index = from; index < from + length; index += 1) {
    const digit = text.charCodeAt(index) - 48
    if (!(digit >= 0 && digit <= 9)) return NaN
    value = value * 10 + digit
  }
  return value
}

/** The calendar date of a day number, years 0 to 9999. By arithmetic: `Date` would take ten times as long. */
function fromDayNumber(day: number): CalendarDate {
  // Days from 1 March of year 0, so that the leap day is the year's last; 146,097 days are 400 years.
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const ofEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (ofEra - Math.floor(ofEra / 1_460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  )
  const ofYear = ofEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * ofYear + 2) / 153)
  const date = ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  const text = year < 1000 ? String(year).padStart(4, "0") : `${year}`
  return `${text}-${month < 10 ? "0" : ""}${month}-${date < 10 ? "0" : ""}${date}`
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
  return nearestWorkingDay(date, workingDays, -1)
}

/** The date itself, or the nearest later one on a working day. */
export function workingDayOnOrAfter(date: CalendarDate, workingDays: readonly number[]): CalendarDate {
  return nearestWorkingDay(date, workingDays, 1)
}

/** A week holds every weekday: after seven days without one there is none, and the date itself is the answer. */
function nearestWorkingDay(date: CalendarDate, workingDays: readonly number[], step: 1 | -1): CalendarDate {
  for (let away = 0; away < 7; away += 1) {
    const day = addDays(date, away * step)
    if (workingDays.includes(weekday(day))) return day
  }
  return date
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

/** The day on which a moment, in milliseconds since 1970, falls in a time zone. Null outside the years 0 to 9999. */
export function dayOfMs(ms: number, timeZone: string): CalendarDate | null {
  if (!(ms > -6.2e13 && ms < 2.53e14)) return null
  // The local day is at most one away from the day in UTC.
  let day = Math.floor(ms / MS_PER_DAY) + 1
  while (startMs(day, timeZone) > ms) day -= 1
  return fromDayNumber(day)
}

/** The clock for a moment in a time zone. Throws a RangeError for a bad moment or zone. */
export function clockAt(now: Instant, timeZone: string): Clock {
  const today = dayOf(now, timeZone)
  if (today === null) throw new RangeError(`"${now}" is not a moment in time.`)
  return { now: now.length === 10 ? startOfDay(now, timeZone) : now, today, timeZone }
}

/** The moment a calendar date begins in a time zone (where midnight does not exist, the first moment that does). */
export function startOfDay(date: CalendarDate, timeZone: string): Instant {
  return new Date(startMs(dayNumber(date), timeZone)).toISOString()
}

/** Elapsed hours between two moments, not rounded; clock changes do not count. */
export function hoursBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / MS_PER_HOUR
}

/** The moment `hours` elapsed hours later. */
export function addHours(at: Instant, hours: number): Instant {
  return new Date(Date.parse(at) + hours * MS_PER_HOUR).toISOString()
}

/**
 * When a day begins in a zone. Asking Intl takes a microsecond a time and a book asks for the same few hundred days again and
 * again, so answers are kept; a full cache starts afresh.
 */
function startMs(day: number, timeZone: string): number {
  let starts = startsOfDays.get(timeZone)
  if (!starts || starts.size > 10_000) startsOfDays.set(timeZone, (starts = new Map<number, number>()))
  let start = starts.get(day)
  if (start === undefined) {
    start = findStart(day, timeZone)
    starts.set(day, start)
  }
  return start
}

function findStart(day: number, timeZone: string): number {
  const formatter = formatterOf(timeZone)
  const date = fromDayNumber(day)
  let low = day * MS_PER_DAY - 15 * MS_PER_HOUR
  let high = day * MS_PER_DAY + 15 * MS_PER_HOUR
  // The day in a zone never goes back, so halving finds the second it changes.
  while (high - low > 1_000) {
    const middle = Math.floor((low + high) / 2_000) * 1_000
    if (formatter.format(middle) >= date) high = middle
    else low = middle
  }
  return high
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
