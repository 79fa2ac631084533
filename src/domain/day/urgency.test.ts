import { describe, expect, it } from "vitest"

import { topOf } from "./top"
import { type Standing, urgencyOf } from "./urgency"

const today = "2026-11-30"
const standing = (part: Partial<Standing> = {}): Standing => ({
  tier: "Mid-Market",
  tierRank: 3,
  band: "healthy",
  ...part,
})
const score = (part: Partial<Standing>, dueOn: string | null = today) =>
  urgencyOf(standing(part), dueOn, today).score

describe("urgency", () => {
  it("multiplies tier, risk and lateness", () => {
    expect(score({})).toBe(1)
    expect(score({ tierRank: 0 })).toBe(4)
    expect(score({ tierRank: 0, band: "poor" })).toBe(12)
    expect(score({ tierRank: 0, band: "poor" }, "2026-10-31")).toBe(24)
    expect(score({ band: "poor", noChampion: true, noBuyer: true, renewalOn: "2027-02-02" })).toBe(5)
  })

  it("counts days late up to sixty, tomorrow below today, a missing date last", () => {
    expect(score({}, "2026-10-01")).toBe(3)
    expect(score({}, "2025-01-01")).toBe(3)
    expect(score({}, "2026-12-01")).toBe(0.8)
    expect(score({}, "2026-12-20")).toBe(0.5)
    expect(score({}, null)).toBe(0.5)
  })

  it("never counts what is not known as bad", () => {
    expect(score({ tier: null, tierRank: null, band: "unknown" })).toBe(1)
    expect(score({ renewalOn: "2027-11-30" })).toBe(1)
  })

  it("says why: the tier only if it is one of the two highest, then band, gaps and renewal", () => {
    const { reasons } = urgencyOf(
      standing({ tier: "Strategic", tierRank: 0, band: "poor", noBuyer: true, renewalOn: "2027-02-02" }),
      today,
      today,
    )
    expect(reasons).toEqual([
      { kind: "tier", tier: "Strategic" },
      { kind: "band", band: "poor" },
      { kind: "no-buyer" },
      { kind: "renewal", days: 64 },
    ])
    expect(urgencyOf(standing(), today, today).reasons).toEqual([])
  })

  it("says with the renewal what another system says of its date", () => {
    const differs = [{ fact: "renewalOn" as const, text: "Vitally says 2 Mar 2027" }]
    const { reasons } = urgencyOf(standing({ renewalOn: "2027-02-02", differs }), today, today)
    expect(reasons).toEqual([{ kind: "renewal", days: 64, other: "Vitally says 2 Mar 2027" }])
  })

  it("names the largest cause where neither champion nor buyer is missing", () => {
    const cause = { key: "mauOverSeats", status: "poor", value: 0.33 } as const
    const { reasons } = urgencyOf(standing({ band: "poor", causes: [cause] }), today, today)
    expect(reasons).toEqual([
      { kind: "band", band: "poor" },
      { kind: "cause", cause },
    ])
    expect(urgencyOf(standing({ causes: [cause] }), today, today).reasons).toEqual([])
  })
})

describe("the top five", () => {
  const item = (accountId: string, score: number) => ({ accountId, urgency: { score } })

  it("holds at most two of one customer while others have work", () => {
    const items = [item("a", 9), item("a", 8), item("a", 7), item("b", 3), item("c", 2), item("d", 1)]
    expect(topOf(items).map(({ accountId }) => accountId)).toEqual(["a", "a", "b", "c", "d"])
  })

  it("fills its places with one customer's work where there is no other", () => {
    const items = [item("a", 9), item("a", 8), item("a", 7), item("b", 3)]
    expect(topOf(items).map(({ urgency }) => urgency.score)).toEqual([9, 8, 3, 7])
  })

  it("keeps the order of equals", () => {
    const items = ["a", "b", "c"].map((id) => item(id, 1))
    expect(topOf(items).map(({ accountId }) => accountId)).toEqual(["a", "b", "c"])
  })
})
