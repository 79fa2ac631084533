/** The fiscal calendar: 1 February to 31 January, named after the year it ends (domain brief, section 1). */
import { addDays, addMonths } from "./calendar"
import type { CalendarDate } from "./facts"

export interface Period {
  startsOn: CalendarDate
  /** Last day, inclusive. */
  endsOn: CalendarDate
  /** "Q4 FY27", "November". */
  label: string
}

/** The fiscal quarter, half or year that holds a date. `firstMonth`: 1 January to 12 December. */
export function fiscalPeriod(date: CalendarDate, months: 3 | 6 | 12, firstMonth: number): Period {
  const month = +date.slice(5, 7)
  const intoYear = (month - firstMonth + 12) % 12
  const startsOn = addMonths(`${date.slice(0, 7)}-01`, -(intoYear % months))
  const yearStart = addMonths(`${date.slice(0, 7)}-01`, -intoYear)
  const endYear = +addDays(addMonths(yearStart, 12), -1).slice(0, 4)
  const index = Math.floor(intoYear / months) + 1
  const fy = `FY${String(endYear % 100).padStart(2, "0")}`
  const label = months === 12 ? fy : `${months === 3 ? "Q" : "H"}${index} ${fy}`
  return { startsOn, endsOn: addDays(addMonths(startsOn, months), -1), label }
}

/** The calendar month that holds a date. */
export function monthOf(date: CalendarDate): Period {
  const startsOn = `${date.slice(0, 7)}-01`
  return { startsOn, endsOn: addDays(addMonths(startsOn, 1), -1), label: date.slice(0, 7) }
}
