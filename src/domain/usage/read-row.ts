/** One row of a file or of Looker's answer as usage of one customer on one day. Numbers may come as text. */
import { isCalendarDate } from "../calendar"
import type { ColumnMap } from "./columns"
import { type UsageDay, type UsageFact, usageFacts } from "./usage-day"

export interface UsageRow {
  /** As the row names the customer. */
  account: string
  day: UsageDay
}

export type ReadRow = { row: UsageRow } | { fault: "no-account" | "no-date" | "no-number" }

/** Values no customer has: another unit, or a broken export. */
const mostPeople = 100_000_000

export function readUsageRow(raw: Record<string, unknown>, map: ColumnMap): ReadRow {
  const cell = (heading: string | undefined) => (heading === undefined ? undefined : raw[heading])
  const account = textOf(cell(map.account))
  if (account === "") return { fault: "no-account" }
  const on = dateOf(textOf(cell(map.on)))
  if (on === null) return { fault: "no-date" }
  const day: UsageDay = { on }
  for (const fact of usageFacts) {
    const value = numberOf(cell(map[fact]), fact)
    if (value !== null) day[fact] = value
  }
  const team = textOf(cell(map.team)).slice(0, 100)
  if (team !== "") return teamRow(account, day, team)
  const version = textOf(cell(map.version)).slice(0, 60)
  if (version !== "") day.version = version
  return Object.keys(day).length > 1 ? { row: { account, day } } : { fault: "no-number" }
}

/** A team's numbers are never its customer's. */
function teamRow(account: string, { on, mau, wau, dau }: UsageDay, team: string): ReadRow {
  const users = mau ?? wau ?? dau
  return users === undefined
    ? { fault: "no-number" }
    : { row: { account, day: { on, teams: { [team]: users } } } }
}

function textOf(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : ""
}

/** `2026-11-23`, with or without a time, `2026/11/23`; nothing whose order of day and month must be guessed. */
function dateOf(text: string): string | null {
  const [, year, month, day] = /^(\d{4})[-/.](\d{2})[-/.](\d{2})(?:$|[T ])/.exec(text) ?? []
  const date = `${year ?? ""}-${month ?? ""}-${day ?? ""}`
  return isCalendarDate(date) ? date : null
}

/** Ratios are 0-1 with or without a per cent sign; a bare number above 1.5 was per cent. */
function numberOf(value: unknown, fact: UsageFact): number | null {
  const text = textOf(value)
  const isRatio = fact === "mauOverSeats" || fact === "dauOverMau"
  const [, digits, sign] = /^(\d[\d,\s']*(?:\.\d+)?|\.\d+)\s*(%?)$/.exec(text) ?? []
  if (digits === undefined || (sign === "%" && !isRatio)) return null
  const grouped = /[,\s']/.test(digits)
  if (grouped && !/^\d{1,3}([,\s']\d{3})+(\.\d+)?$/.test(digits)) return null
  const number = Number(digits.replace(/[,\s']/g, ""))
  if (!Number.isFinite(number) || number > mostPeople) return null
  if (!isRatio) return number
  return sign === "%" || number > 1.5 ? number / 100 : number
}
