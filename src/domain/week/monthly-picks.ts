/** The three customers of the monthly review: top ARR, renewing this fiscal quarter, expansion (domain brief, section 4). Pure. */
import type { BookEntry } from "../book/entry"
import { isChurned } from "../book/entry"
import type { CalendarDate } from "../facts"
import { fiscalPeriod } from "../fiscal"
import { money, percent, plural } from "../words"

export interface MonthlyPick {
  accountId: string
  name: string
  why: string
}

/** Each customer at most once; fewer than three if the data names no more. */
export function monthlyPicks(
  rows: readonly BookEntry[],
  {
    today,
    fiscalYearStart,
    expansionFrom,
  }: { today: CalendarDate; fiscalYearStart: number; expansionFrom: number },
): MonthlyPick[] {
  const here = rows.filter((row) => !isChurned(row, today))
  const quarter = fiscalPeriod(today, 3, fiscalYearStart)
  const picked = new Set<string>()
  const pick = (found: BookEntry | undefined, why: (row: BookEntry) => string): MonthlyPick[] => {
    if (!found) return []
    picked.add(found.id)
    return [{ accountId: found.id, name: found.name, why: why(found) }]
  }
  const left = () => here.filter(({ id }) => !picked.has(id))
  const byArr = (list: readonly BookEntry[]) => list.toSorted((a, b) => (b.arr ?? -1) - (a.arr ?? -1))
  return [
    ...pick(
      byArr(left().filter(({ arr }) => arr !== undefined))[0],
      ({ arr = 0, currency }) => `largest ARR, ${money(arr, currency)}`,
    ),
    ...pick(
      byArr(left().filter(({ renewalOn = "" }) => renewalOn >= today && renewalOn <= quarter.endsOn))[0],
      ({ daysOut }) => `renews this fiscal quarter, in ${plural(daysOut ?? 0, "day")}`,
    ),
    ...pick(
      left()
        .filter(({ mauOverSeats = 0 }) => mauOverSeats >= expansionFrom)
        .toSorted((a, b) => (b.mauOverSeats ?? 0) - (a.mauOverSeats ?? 0))[0],
      ({ mauOverSeats = 0 }) => `${percent(mauOverSeats)} of seats used, room to expand`,
    ),
  ]
}
