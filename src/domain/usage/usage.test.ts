import fc from "fast-check"
import { describe, expect, it } from "vitest"

import { changeSince } from "./change-since"
import { guessColumns, missingIn } from "./columns"
import { readUsageRow } from "./read-row"
import { ratioOf } from "./usage-day"
import { fallText, featureNotes, usageFalls } from "./usage-notes"

const map = { account: "a", on: "w", mau: "m", seats: "s", mauOverSeats: "r" }
const read = (row: Record<string, unknown>) => readUsageRow({ a: "x", w: "2026-11-23", ...row }, map)

describe("columns", () => {
  it("are found by a file's headings and by Looker's names", () => {
    expect(guessColumns(["Customer Name", "SFDC Account ID", "Week", "MAU", "Seats"])).toEqual({
      account: "SFDC Account ID",
      on: "Week",
      mau: "MAU",
      seats: "Seats",
    })
    expect(guessColumns(["usage.account_id", "usage.event_week", "usage.dau", "usage.dau_mau"])).toEqual({
      account: "usage.account_id",
      on: "usage.event_week",
      dau: "usage.dau",
      dauOverMau: "usage.dau_mau",
    })
  })

  it("keep what the user chose while the file has it", () => {
    expect(guessColumns(["Id", "Week", "People"], { mau: "People", account: "Id", seats: "Gone" })).toEqual({
      account: "Id",
      on: "Week",
      mau: "People",
    })
    expect(missingIn(guessColumns(["Id"]))).toEqual(["account", "on", "numbers"])
  })
})

describe("a row", () => {
  it("may hold numbers as text, with groups and per cent", () => {
    expect(read({ m: "1,234", s: 2000, r: "62%" })).toEqual({
      row: { account: "x", day: { on: "2026-11-23", mau: 1234, seats: 2000, mauOverSeats: 0.62 } },
    })
    expect(read({ r: 62 })).toMatchObject({ row: { day: { mauOverSeats: 0.62 } } })
    expect(read({ r: "0.62" })).toMatchObject({ row: { day: { mauOverSeats: 0.62 } } })
  })

  it("says nothing of what it lacks: no zero, no guess at a date", () => {
    expect(read({ m: "", s: null })).toEqual({ fault: "no-number" })
    expect(read({ m: "12,34" })).toEqual({ fault: "no-number" })
    expect(readUsageRow({ a: "x", w: "11/12/2026", m: 1 }, map)).toEqual({ fault: "no-date" })
    expect(readUsageRow({ a: " ", w: "2026-11-23", m: 1 }, map)).toEqual({ fault: "no-account" })
    expect(readUsageRow({ a: "x", w: "2026-11-23T00:00:00Z", m: 1 }, map)).toMatchObject({ row: {} })
  })

  it("never gives a number below zero, above what people there are, or none at all", () => {
    fc.assert(
      fc.property(
        fc.record({ a: fc.string(), w: fc.string(), m: fc.anything(), r: fc.anything() }),
        (raw) => {
          const seen = readUsageRow(raw, map)
          if ("fault" in seen) return
          for (const value of [seen.row.day.mau, seen.row.day.mauOverSeats])
            expect(value === undefined || (value >= 0 && value <= 100_000_000)).toBe(true)
        },
      ),
    )
  })
})

describe("ratios", () => {
  it("are computed of their parts, and unknown without them", () => {
    expect(ratioOf({ on: "2026-11-23", mau: 50, seats: 200 }, "mauOverSeats")).toBe(0.25)
    expect(ratioOf({ on: "2026-11-23", mau: 50, seats: 0 }, "mauOverSeats")).toBeNull()
    expect(ratioOf({ on: "2026-11-23", dau: 5 }, "dauOverMau")).toBeNull()
  })

  it("change since a day by what was known then", () => {
    const days = [
      { on: "2026-10-05", mauOverSeats: 0.6 },
      { on: "2026-10-12", mauOverSeats: 0.58 },
      { on: "2026-11-23", mauOverSeats: 0.46 },
    ]
    expect(changeSince(days, "mauOverSeats", "2026-10-20")).toBe(-12)
    expect(changeSince(days, "mauOverSeats", "2026-09-01")).toBeNull()
    expect(changeSince(days, "mauOverSeats", "2026-11-25")).toBeNull()
  })
})

describe("what usage tells", () => {
  const today = "2026-11-30"
  const weekly = (of: (week: number) => object, newest = "2026-11-23") =>
    Array.from({ length: 13 }, (_, week) => ({
      on: new Date(Date.parse(newest) - week * 7 * 86_400_000).toISOString().slice(0, 10),
      ...of(week),
    })).reverse()
  const falls = (usage: ReturnType<typeof weekly>, policy = {}) => usageFalls({ usage }, policy, today)

  it("is a fall of the policy's size within four weeks", () => {
    const usage = weekly((week) => ({ mau: week < 4 ? 50 : 62, seats: 100 }))
    const [fall, ...others] = falls(usage)
    expect(others).toEqual([])
    expect(fall && fallText(fall, today)).toBe(
      "MAU/seats fell by 12 points, from 62% on 26 Oct to 50% on 23 Nov.",
    )
    expect(falls(usage, { usage: { fallPoints: 13 } })).toEqual([])
  })

  it("is no fall of what is old, of one number, or over a gap", () => {
    const dropping = (week: number) => ({ mauOverSeats: week < 4 ? 0.5 : 0.62 })
    expect(falls(weekly(dropping, "2026-10-26"))).toEqual([])
    expect(falls(weekly(dropping).slice(-1))).toEqual([])
    expect(falls(weekly(dropping).filter((_, at) => at < 2 || at === 12))).toEqual([])
    expect(falls(weekly((week) => ({ mauOverSeats: week < 4 ? 0.62 : 0.5 })))).toEqual([])
  })

  it("is a feature that nobody uses, or one that they began with", () => {
    const usage = weekly((week) => ({ batchChanges: 0, searches: week < 2 ? 9 : 0, codeNavigation: 5 }))
    expect(featureNotes({ usage }, {}, today)).toEqual([
      { feature: "searches", is: "new", on: "2026-11-16" },
      { feature: "batchChanges", is: "unused", on: "2026-08-31" },
    ])
    expect(featureNotes({ usage: usage.slice(-2) }, {}, today)).toEqual([])
    expect(featureNotes({}, {}, today)).toEqual([])
  })
})

it("keeps a team's rows apart from its customer's", () => {
  expect(
    readUsageRow(
      { a: "x", w: "2026-11-23", m: 12, t: "Payments" },
      { account: "a", on: "w", mau: "m", team: "t" },
    ),
  ).toEqual({ row: { account: "x", day: { on: "2026-11-23", teams: { Payments: 12 } } } })
})
