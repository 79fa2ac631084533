import fc from "fast-check"
import { expect, it } from "vitest"

import { decideScale } from "~src/domain/intake/scales"

import { countRatios, type RatioCounts, scalesOf } from "./derive"

it("decides the scale by counts as the rules decide it by values", () => {
  const value = fc.oneof(
    fc.double({ min: 0, max: 3, noNaN: true }),
    fc.integer({ min: 0, max: 120 }),
    fc.constantFrom("62%", "", null, "0.4", "88"),
  )
  const traitMap = { dauOverMau: "d", mauOverSeats: "m" }
  fc.assert(
    fc.property(fc.array(fc.record({ d: value, m: value }), { maxLength: 30 }), (book) => {
      const counts: RatioCounts = { dauOverMau: { values: 0, over: 0 }, mauOverSeats: { values: 0, over: 0 } }
      for (const traits of book) countRatios(counts, [{ id: "a", traits }], traitMap)
      expect(scalesOf(counts)).toEqual({
        dauOverMau: decideScale(book.map(({ d }) => d)),
        mauOverSeats: decideScale(book.map(({ m }) => m)),
      })
    }),
    { numRuns: 500 },
  )
})
