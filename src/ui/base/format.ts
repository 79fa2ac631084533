/** Dates, ages and amounts as people read them. Pure: the moment is an argument. */
import type { CalendarDate } from "~src/domain/facts"
import { nearDate } from "~src/domain/words"

import { base } from "../strings/base"

const dayMs = 86_400_000

/** Days from `from` to `to`, both calendar dates; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** `date` moved by whole days. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)
}

/** As the rules' sentences beside it write it (`nearDate`). What is not a date is given back as it is. */
export function formatDate(date: CalendarDate, today: CalendarDate): string {
  return Number.isFinite(Date.parse(date)) ? nearDate(date, today) : date
}

/** `today`, `tomorrow`, `yesterday`, else the date. */
export function formatDay(date: CalendarDate, today: CalendarDate): string {
  const distance = daysBetween(today, date)
  if (distance === 0) return base.today
  if (distance === 1) return base.tomorrow
  if (distance === -1) return base.yesterday
  return formatDate(date, today)
}

/** `12 min`, `3 h`, `4 days`: how long ago `at` was; `just now` under a minute. Instants, or milliseconds for `now`. */
export function formatAge(at: string, now: number): string {
  const minutes = Math.floor((now - Date.parse(at)) / 60_000)
  if (!Number.isFinite(minutes)) return base.noData
  if (minutes < 1) return base.justNow
  if (minutes < 60) return base.ago(base.minutes(minutes))
  if (minutes < 48 * 60) return base.ago(base.hours(Math.floor(minutes / 60)))
  return base.ago(base.days(Math.floor(minutes / 1440)))
}

/** `13:10`, with the day before it where that was another one: the reader's own time zone. */
export function formatMoment(at: string, now: number): string {
  const moment = new Date(at)
  const clock = moment.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })
  if (moment.toDateString() === new Date(now).toDateString()) return clock
  const day = moment.toLocaleDateString("sv-SE")
  return `${formatDay(day, new Date(now).toLocaleDateString("sv-SE"))} ${clock}`
}

/** `$420k`, `$1.2m`, `62.5%`, `5.4`: as the rules write them in their texts. */
export {
  money as formatMoney,
  otherMoney,
  percent as formatShare,
  score as formatScore,
} from "~src/domain/words"

export function formatCount(value: number): string {
  return value.toLocaleString("en-US")
}
