import { describe, expect, it } from "vitest"
import { Book } from "./book"
import { kinds, readSalesforceId, readUuid, salesforceId, uuid } from "./ids"
import { vitallyScore } from "./score"
import { showcase, showcaseSpecs } from "./showcase"
import { traitsOf } from "./traits"

const now = Date.parse("2026-11-23T10:00:00Z")

describe("ids", () => {
  it("carry what they stand for, and stay apart", () => {
    const seen = new Set<string>()
    for (const kind of kinds)
      for (const index of [0, 1, 77, 99_999])
        for (const n of [0, 1, 4095]) {
          const id = uuid(kind, index, n)
          expect(readUuid(id.toUpperCase())).toEqual({ kind, index, n })
          seen.add(id)
        }
    expect(seen.size).toBe(kinds.length * 12)
    expect(readUuid("5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001")).toBeNull()
    expect(readSalesforceId(salesforceId("Task", 99_999, 12))).toEqual({
      object: "Task",
      index: 99_999,
      n: 12,
    })
    expect(showcase.globex.salesforceId).toBe("0015fK001470000ABA")
  })
})

describe("the book", () => {
  it("is the same for the same seed and differs by seed; a bigger book begins like a smaller one", () => {
    const one = new Book({ seed: 7, accounts: 60, now })
    expect(new Book({ seed: 7, accounts: 60, now }).customers).toEqual(one.customers)
    expect(new Book({ seed: 8, accounts: 60, now }).customers[30]).not.toEqual(one.customers[30])
    expect(new Book({ seed: 7, accounts: 500, now }).customers.slice(0, 40)).toEqual(
      one.customers.slice(0, 40),
    )
  })

  it("keeps the showcase in every seed, details and all", () => {
    const [one, two] = [new Book({ seed: 1, accounts: 12, now }), new Book({ seed: 2, accounts: 300, now })]
    for (const index of showcaseSpecs.keys()) {
      const [a, b] = [one.customers[index]!, two.customers[index]!]
      expect({ ...a, advisor: 0 }).toEqual({ ...b, advisor: 0 })
      expect(one.detailsOf(a).people).toEqual(two.detailsOf(b).people)
    }
    expect(vitallyScore(one.customers[0]!.health)).toBe(5.375)
  })

  it("gives the first TA 40 accounts and the others 20 to 80", () => {
    const book = new Book({ seed: 3, accounts: 1000, now })
    const shares = book.advisors.map(
      (_, advisor) => book.customers.filter((customer) => customer.advisor === advisor).length,
    )
    expect(shares[0]).toBeGreaterThanOrEqual(39)
    expect(shares.slice(1, -1).every((share) => share >= 20 && share <= 81)).toBe(true)
    expect(shares.reduce((a, b) => a + b)).toBe(1000)
  })

  it("writes ratios in one scale over the whole book", () => {
    const ratios = (seed: number): number[] => {
      const book = new Book({ seed, accounts: 300, now })
      const key = "vitally.custom.lastMonthMauOverSeats"
      return book.customers
        .map((customer) => traitsOf(customer, book)[key])
        .filter((value) => typeof value === "number")
    }
    expect(Math.max(...ratios(1))).toBeLessThanOrEqual(1.5)
    expect(Math.max(...ratios(2))).toBeGreaterThan(50)
  })

  it("has every awkward case among 400 accounts", () => {
    const { customers } = new Book({ seed: 1, accounts: 400, now })
    const has = (test: (customer: (typeof customers)[number]) => boolean): boolean =>
      customers.slice(showcaseSpecs.length).some(test)
    const quirks = ["organizationOnly", "oldAliases", "allNull", "sparse", "shortIds", "csmOnly", "words", "epochDates", "futureActivity", "disagree", "emptyParents"] as const // prettier-ignore
    for (const quirk of quirks)
      expect(
        has((customer) => customer.quirks[quirk] === true),
        quirk,
      ).toBe(true)
    expect(has((customer) => customer.name.length > 100)).toBe(true)
    expect(has((customer) => customer.name.includes("<script>"))).toBe(true)
    expect(has((customer) => customer.churnedAt !== undefined)).toBe(true)
    expect(has((customer) => customer.healthScore === null)).toBe(true)
    expect(has((customer) => customer.unlimitedSeats === true && customer.seats === undefined)).toBe(true)
  })
})
