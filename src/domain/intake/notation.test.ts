import { describe, expect, it } from "vitest"

import { countNotation, noNotation, notationOf } from "./notation"
import { readAmount, readDay, readNumber } from "./values"

const map = { renewalOn: "r", closeOn: "c", arr: "a" }
function notation(...traits: Record<string, unknown>[]) {
  const counts = noNotation()
  for (const one of traits) countNotation(counts, one, map)
  return notationOf(counts)
}

describe("dates as text", () => {
  it.each([
    ["days above 12 first", [{ r: "28/02/2027" }, { r: "04/03/2027" }], { dates: "day-first" }],
    ["days above 12 second", [{ r: "02/28/2027" }, { c: "04/03/2027" }], { dates: "month-first" }],
    ["both: the book says nothing", [{ r: "28/02/2027" }, { r: "02/28/2027" }], {}],
    [
      "each field has its own way",
      [{ r: "28/02/2027" }, { c: "02/28/2027" }],
      { datesOf: { renewalOn: "day-first", closeOn: "month-first" } },
    ],
    ["nothing to go by", [{ r: "04/03/2027" }, { r: "2027-02-28" }, { r: null }], {}],
  ])("%s", (_, traits, expected) => {
    expect(notation(...traits)).toEqual(expected)
  })

  it.each([
    ["04/03/2027", "day-first", "2027-03-04"],
    ["04/03/2027", "month-first", "2027-04-03"],
    ["04/03/2027", undefined, undefined],
    ["04/04/2027", undefined, "2027-04-04"],
    ["28/02/2027", undefined, "2027-02-28"],
    ["28/02/2027", "month-first", "2027-02-28"],
    ["04.03.2027", "month-first", "2027-03-04"],
    ["31.13.2027", undefined, undefined],
    ["2027/03/04", undefined, "2027-03-04"],
    ["4 March 2027", undefined, "2027-03-04"],
    ["Mar 4, 2027", undefined, "2027-03-04"],
    ["Q2 FY27", undefined, undefined],
  ] as const)("%s, %s, is %s", (raw, order, day) => {
    expect(readDay(raw, "Europe/Berlin", order)).toBe(day)
  })

  it.each([
    ["2027-03-31T23:59:59.000Z", "2027-03-31"],
    ["2027-03-31T23:59:59+02:00", "2027-03-31"],
    ["2027-03-31T00:00:00+02:00", "2027-03-31"],
    ["2027-03-30T22:00:00.000Z", "2027-03-31"],
    ["2027-03-31T23:30:00Z", "2027-04-01"],
  ])("the end or the beginning of a day is that day: %s is %s", (raw, day) => {
    expect(readDay(raw, "Europe/Berlin")).toBe(day)
  })
})

describe("amounts as text", () => {
  it.each([
    ["250.000", undefined, 250_000],
    ["250,000", undefined, 250_000],
    ["250.000 €", undefined, 250_000],
    ["1.250.000,50", undefined, 1_250_000.5],
    ["48250.50", undefined, 48_250.5],
    ["48.250,50", undefined, 48_250.5],
    ["250'000", undefined, 250_000],
    ["250 000", undefined, 250_000],
    ["1,2 Mio. €", undefined, 1_200_000],
    ["1.250m", undefined, 1_250_000],
    ["250 monthly", undefined, 250],
    ["tbc", undefined, undefined],
    // The book writes decimals with that mark: three of them are nobody's amount.
    ["1.234", ".", undefined],
    ["1,234", ".", 1234],
    ["1.234", ",", 1234],
  ] as const)("%s in a book with %s is %s", (raw, decimal, value) => {
    expect(readAmount(raw, decimal)).toBe(value)
  })

  it("the mark is told by values that can be read one way only", () => {
    expect(notation({ a: "48.250,50" }, { a: "1.234" })).toEqual({ decimal: "," })
    expect(notation({ a: "1,234.5" })).toEqual({ decimal: "." })
    expect(notation({ a: "1.250.000" })).toEqual({ decimal: "," })
    expect(notation({ a: "1,5" }, { a: "1.5" })).toEqual({})
    expect(notation({ a: "1.234" })).toEqual({})
  })

  it("ratios keep three decimals", () => {
    expect(readNumber("1.125")).toBe(1.125)
  })
})
