/** Which customers of a book are shown: every filter holds at once, and one filter accepts any of its values. Pure. */
import type { Band, ContactStatus } from "../assessment"
import type { CalendarDate } from "../facts"
import { fiscalPeriod } from "../fiscal"
import { isUnhealthy } from "../health/bands"
import { type BookEntry, isChurned } from "./entry"

export type RenewalWindow = "ended" | "formal" | "early" | "later" | "none"

/** Yes-or-no questions that can be asked of a customer. */
const flags = {
  "no-champion": (row: BookEntry) => row.traits?.activeChampion?.value === false,
  "no-buyer": (row: BookEntry) => row.traits?.accessToBuyer?.value === false,
  "no-champion-or-buyer": (row: BookEntry) =>
    row.traits?.activeChampion?.value === false || row.traits?.accessToBuyer?.value === false,
  "at-risk": (row: BookEntry) =>
    isUnhealthy(row.band) && row.daysOut !== null && row.daysOut >= 0 && row.daysOut <= 180,
  "seats-low": (row: BookEntry) => row.mauOverSeats !== undefined && row.mauOverSeats < 0.8,
  "red-account": (row: BookEntry) => row.redAccount === true,
  lighthouse: (row: BookEntry) => row.lighthouse === true,
  waiting: (row: BookEntry) => row.waitingSince !== undefined,
  "behind-versions": (row: BookEntry) => isUnhealthy(row.traits?.versionsBehind?.status),
  "missing-data": (row: BookEntry) => Object.keys(row.traits ?? {}).length < 10,
} as const

export type BookFlag = keyof typeof flags
export const bookFlags = Object.keys(flags) as BookFlag[]
export const isBookFlag = (text: string): text is BookFlag => Object.hasOwn(flags, text)

/** An empty list or text means all. */
export interface BookFilter {
  text: string
  /** `noTier` stands for customers without one. */
  tier: string[]
  stage: string[]
  band: Band[]
  contact: ContactStatus[]
  renewal: RenewalWindow[]
  /** Labels of fiscal quarters: "Q4 FY27". */
  quarter: string[]
  /** Vitally admin ids. */
  owner: string[]
  flag: BookFlag[]
}

export const noFilter: BookFilter = {
  text: "",
  tier: [],
  stage: [],
  band: [],
  contact: [],
  renewal: [],
  quarter: [],
  owner: [],
  flag: [],
}
export const noTier = "-"

export interface FilterDay {
  today: CalendarDate
  /** 1 January to 12 December: the first month of the fiscal year. */
  fiscalYearStart: number
}

export function matchesFilter(
  row: BookEntry,
  filter: BookFilter,
  { today, fiscalYearStart }: FilterDay,
): boolean {
  const { text, tier, stage, band, contact, renewal, quarter, owner, flag } = filter
  return (
    (text === "" || fold(row.name).includes(text)) &&
    any(tier, row.tier ?? noTier) &&
    any(stage, row.stage ?? "") &&
    any(band, row.band) &&
    any(contact, row.contactStatus) &&
    any(renewal, renewalWindow(row, today)) &&
    any(quarter, quarterOf(row, fiscalYearStart)) &&
    any(owner, row.owner ?? "") &&
    (flag.length === 0 || (!isChurned(row, today) && flag.every((one) => flags[one](row))))
  )
}

/** The rows that match; the text is folded once. Without a filter it is the list itself. */
export function filterBook<Row extends BookEntry>(
  rows: readonly Row[],
  filter: BookFilter,
  day: FilterDay,
): readonly Row[] {
  const folded = { ...filter, text: fold(filter.text.trim()) }
  if (Object.values(folded).every(({ length }) => length === 0)) return rows
  return rows.filter((row) => matchesFilter(row, folded, day))
}

const any = <T>(wanted: readonly T[], value: T) => wanted.length === 0 || wanted.includes(value)

/** The renewal window a customer is in today. */
export function renewalWindow(row: BookEntry, today: CalendarDate): RenewalWindow {
  if (row.renewalOn === undefined) return "none"
  if (row.renewalOn < today) return "ended"
  if (row.formalOn !== undefined && row.formalOn <= today) return "formal"
  if (row.earlyOn !== undefined && row.earlyOn <= today) return "early"
  return "later"
}

const quarters = new Map<string, string>()

/** "Q4 FY27": the fiscal quarter of the renewal; empty if no date is known. */
export function quarterOf({ renewalOn }: BookEntry, fiscalYearStart: number): string {
  if (renewalOn === undefined) return ""
  const key = `${fiscalYearStart} ${renewalOn.slice(0, 7)}`
  let label = quarters.get(key)
  if (label === undefined) {
    label = fiscalPeriod(renewalOn, 3, fiscalYearStart).label
    quarters.set(key, label)
  }
  return label
}

/** Without case and accents: "Émile" is found by "emile". */
const fold = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
