/** Dates, ages and amounts as people read them. Pure: the moment is an argument. */
import type { CalendarDate } from "~src/domain/facts"

import { base } from "../strings/base"

const dayMs = 86_400_000
const dayMonth = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" })
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short", timeZone: "UTC" })

/** Days from `from` to `to`, both calendar dates; negative where `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs)
}

/** `date` moved by whole days. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)
}

/**
 * `27 Oct`; with its weekday where it is at most a week away (`Wed 25 Nov`), with its year where that is another one
 * and over half a year away (`27 Oct 2025`). What is not a date is given back as it is.
 */
export function formatDate(date: CalendarDate, today: CalendarDate): string {
  const at = Date.parse(date)
  if (!Number.isFinite(at)) return date
  const distance = Math.abs(daysBetween(today, date))
  const text = dayMonth.format(at).replace("Sept", "Sep")
  if (distance <= 7) return `${weekday.format(at)} ${text}`
  return date.slice(0, 4) !== today.slice(0, 4) && distance > 180 ? `${text} ${date.slice(0, 4)}` : text
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

/** `$420k`, `$1.2m`: as the rules write it in their texts. */
export { money as formatMoney, otherMoney } from "~src/domain/words"

export function formatCount(value: number): string {
  return value.toLocaleString("en-US")
}

/** A score of 0-10 with one decimal. */
export function formatScore(score: number): string {
  return (Math.round((score + 1e-9) * 10) / 10).toFixed(1)
}

/** A share of one as whole per cent: `62%`. */
export function formatShare(share: number): string {
  return `${Math.round(share * 100)}%`
}
