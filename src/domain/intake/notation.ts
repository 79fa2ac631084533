/**
 * How a workspace writes dates and amounts as text, told from the whole book: one value such as 04/03/2027 or 1.234 can be read two
 * ways, but no month is above 12 and nobody writes three decimals of a currency.
 */
import type { FactName, TraitMap } from "../policy/policy"
import { AMOUNT_FACTS, DATE_FACTS } from "./fact-kinds"

export type DateOrder = "day-first" | "month-first"
export type DecimalMark = "," | "."

/** Absent: the book says nothing, or says both. */
export interface Notation {
  dates?: DateOrder
  decimal?: DecimalMark
  /** Fields that have evidence of their own. */
  datesOf?: Partial<Record<FactName, DateOrder>>
}

/** Values that can be read one way only, so far: in all, and by fact. */
export interface NotationCounts {
  comma: number
  point: number
  dates: Partial<Record<FactName, { dayFirst: number; monthFirst: number }>>
}

export const noNotation = (): NotationCounts => ({ comma: 0, point: 0, dates: {} })

const SLASHED = /^(\d{1,2})([/-])(\d{1,2})\2\d{4}$/

/** Adds what one account's traits tell. */
export function countNotation(counts: NotationCounts, traits: unknown, map: TraitMap): void {
  if (typeof traits !== "object" || traits === null) return
  const raw = traits as Record<string, unknown>
  const text = (name: FactName): string | undefined => {
    const key = map[name]
    const value = key !== undefined && Object.hasOwn(raw, key) ? raw[key] : undefined
    return typeof value === "string" ? value.trim() : undefined
  }
  for (const name of DATE_FACTS) {
    const [, first, , second] = SLASHED.exec(text(name) ?? "") ?? []
    if (first === undefined || second === undefined) continue
    const of = (counts.dates[name] ??= { dayFirst: 0, monthFirst: 0 })
    if (+first > 12 && +second <= 12) of.dayFirst += 1
    if (+second > 12 && +first <= 12) of.monthFirst += 1
  }
  for (const name of AMOUNT_FACTS) {
    const mark = decimalMarkOf(text(name) ?? "")
    if (mark === ",") counts.comma += 1
    if (mark === ".") counts.point += 1
  }
}

/** The mark that can only stand before decimals; undefined if there is none or it may part thousands. */
function decimalMarkOf(text: string): DecimalMark | undefined {
  const digits = /\d[\d.,'\s]*/.exec(text)?.[0].replace(/['\s]/g, "") ?? ""
  const last = Math.max(digits.lastIndexOf(","), digits.lastIndexOf("."))
  const mark = last < 0 ? undefined : digits.charAt(last)
  if (mark !== "," && mark !== ".") return undefined
  const other = mark === "," ? "." : ","
  const isRepeated = digits.indexOf(mark) !== last
  const behind = digits.length - last - 1
  if (isRepeated) return other
  return digits.includes(other) || behind !== 3 ? mark : undefined
}

/** What the counts say where they all say the same; a book that writes both ways says nothing. */
export function notationOf({ comma, point, dates }: NotationCounts): Notation {
  const order = (dayFirst: number, monthFirst: number): DateOrder | undefined =>
    dayFirst > 0 && monthFirst === 0
      ? "day-first"
      : monthFirst > 0 && dayFirst === 0
        ? "month-first"
        : undefined
  const each = Object.entries(dates)
  const sum = (which: "dayFirst" | "monthFirst") => each.reduce((total, [, of]) => total + of[which], 0)
  const all = order(sum("dayFirst"), sum("monthFirst"))
  const own = each.flatMap(([name, of]) => {
    const found = order(of.dayFirst, of.monthFirst)
    return found !== undefined && found !== all ? [[name, found] as const] : []
  })
  const decimal = comma > 0 && point === 0 ? "," : point > 0 && comma === 0 ? "." : undefined
  return {
    ...(all !== undefined && { dates: all }),
    ...(decimal !== undefined && { decimal }),
    ...(own.length > 0 && { datesOf: Object.fromEntries(own) }),
  }
}
