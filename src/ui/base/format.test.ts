import { describe, expect, it } from "vitest"

import {
  addDays,
  daysBetween,
  formatAge,
  formatDate,
  formatDay,
  formatMoney,
  formatScore,
  formatShare,
} from "./format"

describe("formatDate", () => {
  it.each([
    ["2026-11-25", "Wed 25 Nov"],
    ["2026-10-27", "27 Oct"],
    ["2026-11-09", "Mon 9 Nov"],
    ["2026-11-07", "7 Nov"],
    ["2026-12-06", "Sun 6 Dec"],
    ["2027-01-10", "10 Jan 2027"],
    ["2025-03-02", "2 Mar 2025"],
    ["2026-09-08", "8 Sep"],
    ["soon", "soon"],
  ])("writes %s as %s", (date, text) => {
    expect(formatDate(date, "2026-11-22")).toBe(text)
  })
})

it("writes shares and scores as the rules do, cut and never rounded up", () => {
  expect([0.407, 0.7999, 0.62].map(formatShare)).toEqual(["40.7%", "79.9%", "62%"])
  expect(formatScore(5.375)).toBe("5.4")
})

describe("formatDay", () => {
  it("names the days around today", () => {
    expect(["2026-11-21", "2026-11-22", "2026-11-23"].map((day) => formatDay(day, "2026-11-22"))).toEqual([
      "yesterday",
      "today",
      "tomorrow",
    ])
  })
})

it("moves and measures over a month's and a year's end", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01")
  expect(daysBetween("2026-02-28", "2026-03-01")).toBe(1)
})

describe("formatAge", () => {
  const now = Date.parse("2026-11-22T12:00:00Z")
  it.each([
    ["2026-11-22T11:59:40Z", "just now"],
    ["2026-11-22T11:48:00Z", "12 min ago"],
    ["2026-11-21T13:00:00Z", "23 h ago"],
    ["2026-11-19T12:00:00Z", "3 days ago"],
    ["nonsense", "No data"],
  ])("says of %s: %s", (at, text) => {
    expect(formatAge(at, now)).toBe(text)
  })
})

describe("formatMoney", () => {
  it("is short, in the currency given", () => {
    expect(formatMoney(420_000)).toBe("$420k")
    expect(formatMoney(1_250_000, "EUR")).toBe("€1.25m")
  })
})
