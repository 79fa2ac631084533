/** What a list of customers comes to. Currencies are never added together. Pure. */
import type { Band } from "../assessment"
import type { CalendarDate } from "../facts"
import { isUnhealthy } from "../health/bands"
import { type BookEntry, isChurned } from "./entry"
import { quarterOf } from "./filter"

/** Where a portfolio's average score should be (domain brief, section 3c). */
export const portfolioGoal = 7

export interface Money {
  currency: string
  sum: number
}

export interface QuarterSum {
  /** "Q4 FY27"; the first one holds today. */
  label: string
  startsOn: CalendarDate
  /** Money by band of the customers that renew in it, in `currency`. */
  arr: Record<Band, number>
  customers: number
}

export interface BookTotals {
  customers: number
  /** Largest first. */
  arr: Money[]
  /** How many have no known revenue: the sum is of the others. */
  withoutArr: number
  /** Customers weigh equally; null if none has a score. */
  averageScore: number | null
  withScore: number
  bands: Record<Band, { customers: number; arr: Money[] }>
  overdue: number
  waiting: number
  lighthouse: number
  /** Yellow and red that renew within 180 days. */
  atRisk: { customers: number; arr: Money[] }
  /** Fiscal quarters from today's on, in the currency with the largest sum. */
  quarters: { currency: string; rows: QuarterSum[] }
}

const bands: readonly Band[] = ["poor", "concerning", "healthy", "unknown"]
const quartersShown = 5
const atRiskDays = 180

/** Totals over customers that have not left. */
export function totalsOf(
  rows: readonly BookEntry[],
  { today, fiscalYearStart }: { today: CalendarDate; fiscalYearStart: number },
  quarterStarts: readonly { label: string; startsOn: CalendarDate }[],
): BookTotals {
  const here = rows.filter((row) => !isChurned(row, today))
  const scores = here.flatMap(({ score }) => score ?? [])
  const arr = sumArr(here)
  const risky = here.filter(
    ({ band, daysOut }) => isUnhealthy(band) && daysOut !== null && daysOut >= 0 && daysOut <= atRiskDays,
  )
  const currency = arr[0]?.currency ?? "USD"
  const byQuarter = new Map<string, BookEntry[]>()
  for (const row of here) {
    const label = quarterOf(row, fiscalYearStart)
    const list = byQuarter.get(label)
    if (list) list.push(row)
    else byQuarter.set(label, [row])
  }
  const inBand = (list: readonly BookEntry[], band: Band) =>
    sumArr(list.filter((row) => row.band === band)).find((money) => money.currency === currency)?.sum ?? 0
  return {
    customers: here.length,
    arr,
    withoutArr: here.filter((row) => row.arr === undefined).length,
    averageScore: scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length,
    withScore: scores.length,
    bands: record((band) => {
      const list = here.filter((row) => row.band === band)
      return { customers: list.length, arr: sumArr(list) }
    }),
    overdue: here.filter(({ contactStatus }) => contactStatus === "overdue").length,
    waiting: here.filter(({ waitingSince }) => waitingSince !== undefined).length,
    lighthouse: here.filter(({ lighthouse }) => lighthouse === true).length,
    atRisk: { customers: risky.length, arr: sumArr(risky) },
    quarters: {
      currency,
      rows: quarterStarts.slice(0, quartersShown).map(({ label, startsOn }) => {
        const list = byQuarter.get(label) ?? []
        return { label, startsOn, customers: list.length, arr: record((band) => inBand(list, band)) }
      }),
    },
  }
}

function record<T>(make: (band: Band) => T): Record<Band, T> {
  return Object.fromEntries(bands.map((band) => [band, make(band)])) as Record<Band, T>
}

/** Yearly revenue of some customers, each currency apart. The largest sum first. */
export function sumArr(rows: readonly Pick<BookEntry, "arr" | "currency">[]): Money[] {
  const sums = new Map<string, number>()
  for (const { arr, currency = "USD" } of rows) {
    if (arr !== undefined) sums.set(currency, (sums.get(currency) ?? 0) + arr)
  }
  return [...sums].map(([currency, sum]) => ({ currency, sum })).sort((a, b) => b.sum - a.sum)
}
