/** How the rules write numbers and dates: plain English, `62%`, `$1.2m`, `27 Oct`, `Wed 25 Nov`. */
import { daysBetween, weekday } from "./calendar"
import type { CalendarDate } from "./facts"

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
const SYMBOLS: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£" }

/** 12400 -> "12,400". */
export function count(value: number): string {
  const [whole = "", part] = String(value).split(".")
  return whole.replace(/\B(?=(\d{3})+$)/g, ",") + (part ? `.${part.slice(0, 2)}` : "")
}

/** A ratio as a percentage, cut (never rounded up) after one decimal: 0.7999 is "79.9%", not "80%". */
export function percent(ratio: number): string {
  return `${Math.floor(ratio * 1000 + 1e-6) / 10}%`
}

/** 1 release, 3 releases. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** From here on days are said: nobody counts 116 hours back. */
export const daysFromHours = 72

/** How long ago: hours while they are few, then days. */
export function elapsed(hours: number): string {
  if (hours < 1) return "less than an hour"
  return hours < daysFromHours ? plural(Math.floor(hours), "hour") : plural(Math.floor(hours / 24), "day")
}

/** One decimal, as every score is shown. */
export function score(value: number): string {
  return (Math.round((value + 1e-9) * 10) / 10).toFixed(1)
}

/**
 * 1_150_000 -> "$1.15m", 100_000 -> "$100k". Cut, so that a number below a border never reads as the border. If no system names a
 * currency, the dollars of the policy's borders; an empty one is known to be unknown, and the number stands alone.
 */
export function money(value: number, currency = "USD"): string {
  return inUnits(value, currency, (size) => Math.floor(size + 1e-6))
}

/** The amount of the system that lost, in that system's own currency; never in the winner's. */
export function otherMoney(
  value: number,
  { currency, otherCurrency }: { currency?: string; otherCurrency?: string },
): string {
  return money(value, otherCurrency ?? (currency === undefined ? undefined : ""))
}

/** What is missing to a border, rounded up: adding it always suffices. */
export function moneyMissing(value: number, currency = "USD"): string {
  return inUnits(value, currency, (size) => Math.ceil(size - 1e-6))
}

/** Millions with two decimals, thousands with one. */
function inUnits(value: number, currency: string, whole: (size: number) => number): string {
  const symbol = currency === "" ? "" : (SYMBOLS[currency] ?? `${currency} `)
  const size = Math.abs(value)
  const [unit, steps, letter] =
    size >= 1_000_000 ? [1_000_000, 100, "m"] : size >= 1_000 ? [1_000, 10, "k"] : [1, 10, ""]
  return `${value < 0 ? "-" : ""}${symbol}${count(whole((size / unit) * steps) / steps)}${letter}`
}

/** "27 Oct"; with the year where it is not the year of `today`. */
export function shortDate(date: CalendarDate, today?: CalendarDate): string {
  const text = `${+date.slice(8, 10)} ${MONTHS[+date.slice(5, 7) - 1] ?? ""}`
  return today === undefined || today.slice(0, 4) === date.slice(0, 4) ? text : `${text} ${date.slice(0, 4)}`
}

/** "Wed 25 Nov" within two weeks of today, else as `shortDate`. */
export function nearDate(date: CalendarDate, today: CalendarDate): string {
  const near = Math.abs(daysBetween(today, date)) <= 14
  return near ? `${WEEKDAYS[weekday(date) - 1] ?? ""} ${shortDate(date, today)}` : shortDate(date, today)
}

/** ["a", "b", "c"] -> "a, b and c"; with another word "a, b or c". */
export function list(items: readonly string[], word: "and" | "or" = "and"): string {
  if (items.length < 2) return items[0] ?? ""
  return `${items.slice(0, -1).join(", ")} ${word} ${items[items.length - 1] ?? ""}`
}

/** Lower-case letters and digits only, to compare names that people type differently. */
export function plain(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "")
}

/** First letter lower case: a sentence's start inside another. */
export function inner(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** First letter upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The colour people say for a band. */
export function colour(band: "healthy" | "concerning" | "poor" | "unknown"): string {
  return band === "healthy" ? "green" : band === "concerning" ? "yellow" : band === "poor" ? "red" : "no data"
}
