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

/** Totals over customers that have not left, in one walk: a book is counted anew with each filter. */
export function totalsOf(
  rows: readonly BookEntry[],
  { today, fiscalYearStart }: { today: CalendarDate; fiscalYearStart: number },
  quarterStarts: readonly { label: string; startsOn: CalendarDate }[],
): BookTotals {
  const all = new Purse()
  const risk = new Purse()
  const byBand = record(() => new Purse())
  const byQuarter = new Map<string, { whole: Purse; bands: Record<Band, Purse> }>(
    quarterStarts.map(({ label }) => [label, { whole: new Purse(), bands: record(() => new Purse()) }]),
  )
  const scores = { sum: 0, count: 0 }
  const counts = { withoutArr: 0, overdue: 0, waiting: 0, lighthouse: 0 }
  for (const row of rows) {
    if (isChurned(row, today)) continue
    const { band, daysOut, score } = row
    all.add(row)
    byBand[band].add(row)
    if (isUnhealthy(band) && daysOut !== null && daysOut >= 0 && daysOut <= atRiskDays) risk.add(row)
    const quarter = byQuarter.get(quarterOf(row, fiscalYearStart))
    quarter?.whole.add(row)
    quarter?.bands[band].add(row)
    if (score !== null) {
      scores.sum += score
      scores.count += 1
    }
    if (row.arr === undefined) counts.withoutArr += 1
    if (row.contactStatus === "overdue") counts.overdue += 1
    if (row.waitingSince !== undefined) counts.waiting += 1
    if (row.lighthouse === true) counts.lighthouse += 1
  }
  const arr = all.money()
  const currency = arr[0]?.currency ?? "USD"
  return {
    customers: all.count,
    arr,
    averageScore: scores.count === 0 ? null : scores.sum / scores.count,
    withScore: scores.count,
    bands: record((band) => ({ customers: byBand[band].count, arr: byBand[band].money() })),
    ...counts,
    atRisk: { customers: risk.count, arr: risk.money() },
    quarters: {
      currency,
      rows: quarterStarts.slice(0, quartersShown).map(({ label, startsOn }) => {
        const quarter = byQuarter.get(label)
        return {
          label,
          startsOn,
          customers: quarter?.whole.count ?? 0,
          arr: record((band) => quarter?.bands[band].of(currency) ?? 0),
        }
      }),
    },
  }
}

/** Some customers and their yearly revenue, each currency apart. */
class Purse {
  count = 0
  private readonly sums = new Map<string, number>()

  add({ arr, currency = "USD" }: Pick<BookEntry, "arr" | "currency">): void {
    this.count += 1
    if (arr !== undefined) this.sums.set(currency, (this.sums.get(currency) ?? 0) + arr)
  }

  of(currency: string): number {
    return this.sums.get(currency) ?? 0
  }

  /** The largest sum first. */
  money(): Money[] {
    return [...this.sums].map(([currency, sum]) => ({ currency, sum })).sort((a, b) => b.sum - a.sum)
  }
}

function record<T>(make: (band: Band) => T): Record<Band, T> {
  return Object.fromEntries(bands.map((band) => [band, make(band)])) as Record<Band, T>
}

/** Yearly revenue of some customers, each currency apart. The largest sum first. */
export function sumArr(rows: readonly Pick<BookEntry, "arr" | "currency">[]): Money[] {
  const purse = new Purse()
  for (const row of rows) purse.add(row)
  return purse.money()
}
