/** A question to a book and its answer: the rows of one window, and totals over all that match. Pure. */
import { addDays } from "../calendar"
import type { CalendarDate } from "../facts"
import { fiscalPeriod } from "../fiscal"
import type { BookEntry } from "./entry"
import { type BookFilter, filterBook, noTier, quarterOf } from "./filter"
import { compareKeys, inOrder } from "./order"
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

/** What the last question to a book came to: its windows are then cut from it. */
interface Found {
  key: string
  rows: readonly BookEntry[]
  totals: BookTotals
  groups: BookGroup[]
}

const last = new WeakMap<readonly BookEntry[], Found>()

export function queryBook<Row extends BookEntry>(
  all: readonly Row[],
  { filter, sort, group, offset, limit }: BookQuery,
  day: BookDay,
): BookAnswer<Row> {
  const key = JSON.stringify([filter, sort, group, day])
  const known = last.get(all)
  const found = known?.key === key ? known : { key, ...find(all, { filter, sort, group }, day) }
  last.set(all, found)
  const rows = found.rows as readonly Row[]
  const { totals, groups } = found
  return { rows: rows.slice(offset, offset + limit), count: rows.length, totals, groups }
}

function find(
  all: readonly BookEntry[],
  { filter, sort, group }: Pick<BookQuery, "filter" | "sort" | "group">,
  day: BookDay,
): Omit<Found, "key"> {
  const rows = findRows(all, filter, sort, day)
  const quarters = quartersFrom(day)
  return {
    rows,
    totals: totalsOf(rows, day, quarters),
    groups: group ? groupsOf(rows, group, day, quarters) : [],
  }
}

/** The rows that match, in a column's order. */
export function findRows<Row extends BookEntry>(
  all: readonly Row[],
  filter: BookFilter,
  sort: string,
  day: BookDay,
): readonly Row[] {
  return filterBook(inOrder(all, sort), filter, day)
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
    .sort(([, a], [, b]) => compareKeys(a.order, b.order, false) || a.label.localeCompare(b.label))
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
