/**
 * Raw values of any system to plain ones, in one place. Each reader gives undefined for what it can't read: missing, empty and
 * unreadable are "no data", never zero and never false. Nothing here throws.
 */
import { dayOfMs, dayOf, isCalendarDate } from "../calendar"
import type { CalendarDate, Instant, Sentiment, Telemetry } from "../facts"
import type { MappingPolicy } from "../policy/policy"
import { mapping } from "../policy/presets/mapping"
import { plain } from "../words"

const EMPTY = new Set(["", "-", "n/a", "na", "none", "null", "undefined", "unknown", "nan"])
const SUFFIXES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mm: 1e6, b: 1e9, bn: 1e9 }
const NUMBER = /^[^\d+\-.(]*([(+-]?)\s*[^\d.]*?([\d.,'\s\u00a0]*\d\.?)\s*(k|mm?|bn?|%)?\)?[^\d%]*$/i

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
  if (typeof raw === "number") return Number.isFinite(raw) ? raw : undefined
  const text = readText(raw)
  if (text === undefined || text.length > 60) return undefined
  const match = NUMBER.exec(text)
  if (!match) return undefined
  const [, sign, digits = "", suffix = ""] = match
  const size = Number(decimalPoint(digits.replace(/['\s\u00a0]/g, "")))
  if (!Number.isFinite(size)) return undefined
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
 * other integrations). A time at exactly midnight UTC is a date that was stored as an instant, so its own day is kept.
 */
export function readDay(raw: unknown, timeZone: string): CalendarDate | undefined {
  if (typeof raw === "number") return epochDay(raw, timeZone)
  const text = readText(raw)
  if (text === undefined) return undefined
  if (/^\d{10}(\d{3})?$/.test(text)) return epochDay(Number(text), timeZone)
  if (isCalendarDate(text)) return text
  if (/^\d{4}-\d{2}-\d{2}T00:00:00(\.0+)?(Z|\+00:?00)$/.test(text)) {
    const day = text.slice(0, 10)
    return isCalendarDate(day) ? day : undefined
  }
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return dayOf(withZone(text), timeZone) ?? undefined
  return usDate(text)
}

/** An instant from ISO text or an epoch number; a calendar date stays one. */
export function readInstant(raw: unknown): Instant | undefined {
  if (typeof raw === "number" || (typeof raw === "string" && /^\d{10}(\d{3})?$/.test(raw.trim()))) {
    const ms = epochMs(Number(raw))
    return ms === undefined ? undefined : new Date(ms).toISOString()
  }
  const text = readText(raw)
  if (text === undefined) return undefined
  if (isCalendarDate(text)) return text
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text)) return usDate(text)
  const iso = withZone(text)
  return Number.isNaN(Date.parse(iso)) ? undefined : iso
}

/** Salesforce writes +0000, which Date.parse of some engines refuses; a time without zone is UTC. */
function withZone(text: string): string {
  const iso = text.replace(" ", "T").replace(/([+-]\d{2})(\d{2})$/, "$1:$2")
  return /(Z|[+-]\d{2}:\d{2})$/.test(iso) ? iso : `${iso}Z`
}

/** 10/27/2026 as US systems write it. */
function usDate(text: string): CalendarDate | undefined {
  const match = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  if (!match) return undefined
  const [, month = "", day = "", year = ""] = match
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
