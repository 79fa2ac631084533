/**
 * Raw values of any system to plain ones, in one place. Each reader gives undefined for what it can't read: missing, empty and
 * unreadable are "no data", never zero and never false. Nothing here throws.
 */
import { dayOfMs, dayOf, isCalendarDate } from "../calendar"
import type { CalendarDate, Instant, Sentiment, Telemetry } from "../facts"
import type { MappingPolicy } from "../policy/policy"
import { mapping } from "../policy/presets/mapping"
import { plain } from "../words"
import type { DateOrder, DecimalMark } from "./notation"

const EMPTY = new Set(["", "-", "n/a", "na", "none", "null", "undefined", "unknown", "nan"])
const SUFFIXES: Readonly<Record<string, number>> = {
  k: 1e3,
  tsd: 1e3,
  thousand: 1e3,
  m: 1e6,
  mm: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  mrd: 1e9,
  billion: 1e9,
}
// A suffix is a word of its own: "250 monthly" are no millions.
const NUMBER =
  /^[^\d+\-.(]*([(+-]?)\s*[^\d.]*?([\d.,'\u2019\s\u00a0]*\d\.?)\s*(?:(k|tsd|thousand|mm|mio|million|m|bn|billion|b|mrd)(?![a-z])|%)?\)?[^\d%]*$/i

/** Text without surrounding space; undefined for anything else and for nothing. Lists give their first text. */
export function readText(raw: unknown): string | undefined {
  if (Array.isArray(raw)) return raw.map(readText).find((text) => text !== undefined)
  if (typeof raw === "number" && Number.isFinite(raw)) return String(raw)
  if (typeof raw !== "string") return undefined
  const text = raw.trim()
  return EMPTY.has(text.toLowerCase()) ? undefined : text
}

/** true, 1, the policy's words for yes such as "active", and their opposites. */
export function readBoolean(
  raw: unknown,
  { yes, no }: MappingPolicy["booleanWords"] = mapping.booleanWords,
): boolean | undefined {
  if (typeof raw === "boolean") return raw
  if (raw === 1) return true
  if (raw === 0) return false
  const text = typeof raw === "string" ? raw.trim().toLowerCase() : undefined
  if (text === undefined) return undefined
  return isAmong(yes, text) ? true : isAmong(no, text) ? false : undefined
}

/** The words are mostly written in small letters; typed otherwise they count too. */
function isAmong(words: readonly string[], text: string): boolean {
  return words.includes(text) || words.some((word) => word.trim().toLowerCase() === text)
}

/** 1234.5, "1,234.50", "$1.2m", "(300)", "12 days". A percentage gives its number: "62%" is 62. */
export function readNumber(raw: unknown): number | undefined {
  return numberIn(raw, decimalPoint)
}

/**
 * An amount or a number of people: "250.000" and "250,000" are thousands, as nobody has three decimals of them.
 * @param decimal the mark before decimals in this book, where it tells: three digits behind that one are then unreadable.
 */
export function readAmount(raw: unknown, decimal?: DecimalMark): number | undefined {
  return numberIn(raw, (digits, suffix) => {
    const mark = /^[1-9]\d{0,2}([.,])\d{3}$/.exec(digits)?.[1]
    // "1.250m" are a million and a quarter.
    if (mark === undefined || suffix !== "") return decimalPoint(digits)
    return mark === decimal ? "" : digits.replace(mark, "")
  })
}

/** @param plain digits as they are written to digits with a decimal point, or nothing where that can't be told. */
function numberIn(raw: unknown, plain: (digits: string, suffix: string) => string): number | undefined {
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : undefined
  const text = readText(raw)
  if (text === undefined || text.length > 60) return undefined
  const match = NUMBER.exec(text)
  if (!match) return undefined
  const [, sign, digits = "", suffix = ""] = match
  const written = plain(digits.replace(/['\u2019\s\u00a0]/g, ""), suffix)
  const size = Number(written)
  if (written === "" || !Number.isFinite(size)) return undefined
  const value = size * (SUFFIXES[suffix.toLowerCase()] ?? 1)
  return sign === "-" || sign === "(" ? -value : value
}

/** A whole number not below zero; 2.0 is 2, 2.5 and -1 are undefined. */
export function readCount(raw: unknown): number | undefined {
  const value = readNumber(raw)
  return value !== undefined && value >= 0 && Number.isInteger(value) ? value : undefined
}

/** A ratio 0-1. `scale`: 1 or 100, decided over the book; text with a percent sign says its own. Not below zero. */
export function readRatio(raw: unknown, scale: 1 | 100): number | undefined {
  const value = readNumber(raw)
  if (value === undefined || value < 0) return undefined
  const isPercent = typeof raw === "string" && raw.includes("%")
  return isPercent || scale === 100 ? value / 100 : value
}

/** The sentiment words of the policy; anything else is undefined. */
export function readSentiment(raw: unknown, words: MappingPolicy["sentimentWords"]): Sentiment | undefined {
  const text = readText(raw)
  if (text === undefined) return undefined
  const word = plain(text)
  const among = (list: readonly string[]) => list.some((own) => plain(own) === word)
  if (among(words.healthy)) return "healthy"
  if (among(words.concerning)) return "concerning"
  return among(words.poor) ? "poor" : undefined
}

/** "full", "critical only", "none", "air-gapped", booleans. */
export function readTelemetry(raw: unknown): Telemetry | undefined {
  if (typeof raw === "string" && /^\s*none\s*$/i.test(raw)) return "none"
  const text = plain(readText(raw) ?? "")
  if (text.includes("critical")) return "critical-only"
  if (/^(none|off|no|disabled|airgapped|airgap)/.test(text) || raw === false) return "none"
  return /^(full|on|all|yes|enabled|true)/.test(text) || raw === true ? "full" : undefined
}

/**
 * A day on the user's calendar from a calendar date, an ISO instant, or an epoch number in seconds or milliseconds (HubSpot and
 * other integrations). A time at exactly midnight, or in the last minute of a day, is a date that was stored as an instant: the day
 * written is kept, in every zone.
 * @param order how the book writes 04/03/2027; where that is not known, such a date can't be read.
 */
export function readDay(raw: unknown, timeZone: string, order?: DateOrder): CalendarDate | undefined {
  if (typeof raw === "number") return epochDay(raw, timeZone)
  const text = readText(raw)
  if (text === undefined) return undefined
  if (/^\d{10}(\d{3})?$/.test(text)) return epochDay(Number(text), timeZone)
  if (isCalendarDate(text)) return text
  if (DAY_AS_INSTANT.test(text)) {
    const day = text.slice(0, 10)
    return isCalendarDate(day) ? day : undefined
  }
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return dayOf(withZone(text), timeZone) ?? undefined
  return writtenDate(text, order)
}

/** Midnight, or the last minute of the day, at whatever offset it is written. */
const DAY_AS_INSTANT =
  /^\d{4}-\d{2}-\d{2}[T ](00:00(:00(\.0+)?)?|23:59(:\d{2}(\.\d+)?)?)\s*(Z|[+-]\d{2}:?\d{2})?$/

/** An instant from ISO text or an epoch number; a calendar date stays one. */
export function readInstant(raw: unknown): Instant | undefined {
  if (typeof raw === "number" || (typeof raw === "string" && /^\d{10}(\d{3})?$/.test(raw.trim()))) {
    const ms = epochMs(Number(raw))
    return ms === undefined ? undefined : new Date(ms).toISOString()
  }
  const text = readText(raw)
  if (text === undefined) return undefined
  if (isCalendarDate(text)) return text
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return writtenDate(text)
  const iso = withZone(text)
  return Number.isNaN(Date.parse(iso)) ? undefined : iso
}

/** Salesforce writes +0000, which Date.parse of some engines refuses; a time without zone is UTC. */
function withZone(text: string): string {
  const iso = text.replace(" ", "T").replace(/([+-]\d{2})(\d{2})$/, "$1:$2")
  return /(Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso}Z`
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

/** 10/27/2026, 27.10.2026, 27 Oct 2026, October 27, 2026, 2026/10/27. */
function writtenDate(text: string, order?: DateOrder): CalendarDate | undefined {
  const [, first, mark, second, fullYear] = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text) ?? []
  if (first !== undefined && second !== undefined) {
    // Nobody who writes dots puts the month first; a number above 12 is no month.
    const dayFirst = mark === "." || +first > 12 || (+second <= 12 && order === "day-first")
    const isKnown = dayFirst || +second > 12 || order !== undefined || +first === +second
    if (!isKnown) return undefined
    return dayFirst ? dateFrom(fullYear, second, first) : dateFrom(fullYear, first, second)
  }
  const [, year, month, day] = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(text) ?? []
  if (year !== undefined) return dateFrom(year, month, day)
  const named =
    /^(?<day>\d{1,2})(?:st|nd|rd|th|\.)?[ -](?<month>[a-z]{3,9})\.?,?[ -](?<year>\d{4})$/i.exec(text) ??
    /^(?<month>[a-z]{3,9})\.? (?<day>\d{1,2})(?:st|nd|rd|th)?,? (?<year>\d{4})$/i.exec(text)
  const at = MONTHS.indexOf((named?.groups?.month ?? "").slice(0, 3).toLowerCase())
  return at < 0 ? undefined : dateFrom(named?.groups?.year, String(at + 1), named?.groups?.day)
}

function dateFrom(year = "", month = "", day = ""): CalendarDate | undefined {
  const date = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`
  return isCalendarDate(date) ? date : undefined
}

function epochDay(raw: number, timeZone: string): CalendarDate | undefined {
  const ms = epochMs(raw)
  if (ms === undefined) return undefined
  if (ms % 86_400_000 === 0) return new Date(ms).toISOString().slice(0, 10)
  return dayOfMs(ms, timeZone) ?? undefined
}

/** Seconds or milliseconds since 1970 between 1990 and 2100; other numbers are no dates. */
function epochMs(raw: number): number | undefined {
  if (!Number.isFinite(raw)) return undefined
  const ms = raw < 1e11 ? raw * 1000 : raw
  return ms >= 631_152_000_000 && ms < 4_102_444_800_000 ? ms : undefined
}

/** "1,234.50" and "1.234,50": the last mark is the decimal one, unless three digits follow a lone comma or dots repeat. */
function decimalPoint(digits: string): string {
  const comma = digits.lastIndexOf(",")
  const dot = digits.lastIndexOf(".")
  if (comma >= 0 && dot >= 0) {
    return comma > dot ? digits.replaceAll(".", "").replace(",", ".") : digits.replaceAll(",", "")
  }
  if (comma >= 0)
    return /^\d{1,3}(,\d{3})+$/.test(digits) ? digits.replaceAll(",", "") : digits.replace(",", ".")
  return /^\d{1,3}(\.\d{3}){2,}$/.test(digits) ? digits.replaceAll(".", "") : digits
}
