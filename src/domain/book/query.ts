/** A question to a book and its answer: the rows of one window, and totals over all that match. Pure. */
import { addDays } from "../calendar"
import type { CalendarDate } from "../facts"
import { fiscalPeriod } from "../fiscal"
import { columnNamed } from "./columns"
import type { BookEntry } from "./entry"
import { type BookFilter, filterBook, noTier, quarterOf } from "./filter"
import { type BookTotals, totalsOf } from "./totals"

export type GroupKey = "owner" | "tier" | "quarter"

export interface BookQuery {
  filter: BookFilter
  /** Column id; `-` in front sorts the largest first. */
  sort: string
  group?: GroupKey | undefined
  offset: number
  limit: number
}

export interface BookGroup {
  /** What the filter of that name takes. */
  value: string
  label: string
  totals: BookTotals
}

export interface BookAnswer<Row extends BookEntry> {
  rows: Row[]
  /** How many match. */
  count: number
  totals: BookTotals
  groups: BookGroup[]
}

export interface BookDay {
  today: CalendarDate
  fiscalYearStart: number
}

export function queryBook<Row extends BookEntry>(
  all: readonly Row[],
  { filter, sort, group, offset, limit }: BookQuery,
  day: BookDay,
): BookAnswer<Row> {
  const found = sortBook(filterBook(all, filter, day), sort)
  const quarters = quartersFrom(day)
  return {
    rows: found.slice(offset, offset + limit),
    count: found.length,
    totals: totalsOf(found, day, quarters),
    groups: group ? groupsOf(found, group, day, quarters) : [],
  }
}

/** In a new array. Ties are broken by name, so that a window never shows a row twice. */
export function sortBook<Row extends BookEntry>(rows: readonly Row[], sort: string): Row[] {
  const down = sort.startsWith("-")
  const column = columnNamed(sort.replace(/^-/, "")) ?? columnNamed("name")
  const keyed = rows.map((row) => ({ row, key: column?.sort(row) }))
  keyed.sort(
    (a, b) =>
      compare(a.key, b.key, down) || a.row.name.localeCompare(b.row.name) || (a.row.id < b.row.id ? -1 : 1),
  )
  return keyed.map(({ row }) => row)
}

type Key = string | number | undefined

function compare(a: Key, b: Key, down: boolean): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  const order = typeof a === "string" && typeof b === "string" ? a.localeCompare(b) : a < b ? -1 : 1
  return down ? -order : order
}

function groupsOf(
  rows: readonly BookEntry[],
  group: GroupKey,
  day: BookDay,
  quarters: ReturnType<typeof quartersFrom>,
): BookGroup[] {
  const lists = new Map<string, { label: string; order: number | string; rows: BookEntry[] }>()
  for (const row of rows) {
    const { value, label, order } = placeOf(row, group, day)
    const list = lists.get(value)
    if (list) list.rows.push(row)
    else lists.set(value, { label, order, rows: [row] })
  }
  return [...lists]
    .sort(([, a], [, b]) => compare(a.order, b.order, false) || a.label.localeCompare(b.label))
    .map(([value, { label, rows: own }]) => ({ value, label, totals: totalsOf(own, day, quarters) }))
}

function placeOf(
  row: BookEntry,
  group: GroupKey,
  { fiscalYearStart }: BookDay,
): { value: string; label: string; order: number | string } {
  if (group === "owner") {
    const label = row.ownerName ?? row.owner ?? "Nobody"
    return { value: row.owner ?? "", label, order: label.toLowerCase() }
  }
  if (group === "tier") {
    return { value: row.tier ?? noTier, label: row.tier ?? "No tier", order: row.tierRank ?? 1000 }
  }
  const value = quarterOf(row, fiscalYearStart)
  return { value, label: value || "No renewal date", order: row.renewalOn?.slice(0, 7) ?? "9999" }
}

/** Today's fiscal quarter and the four after it. */
function quartersFrom({ today, fiscalYearStart }: BookDay): { label: string; startsOn: CalendarDate }[] {
  const periods = []
  let at = today
  for (let nth = 0; nth < 5; nth++) {
    const period = fiscalPeriod(at, 3, fiscalYearStart)
    periods.push({ label: period.label, startsOn: period.startsOn })
    at = addDays(period.endsOn, 1)
  }
  return periods
}
