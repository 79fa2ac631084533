import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { objectOfId, toId18 } from "~src/hosts/salesforce-id"

const fixture = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../../test/fixtures/salesforce/ids/${name}.json`, import.meta.url), "utf8"),
  )
const pairs = fixture("id-15-18") as { cases: { id15: string; id18: string; origin: string }[] }
const refused = fixture("id-invalid") as { cases: { id: string; why: string }[] }

describe("toId18", () => {
  it.each(pairs.cases)("converts $id15 ($origin)", ({ id15, id18 }) => {
    expect(toId18(id15)).toBe(id18)
    expect(toId18(id18)).toBe(id18)
  })

  it.each(refused.cases.filter(({ why }) => !why.startsWith("unknown key prefix")))(
    "refuses $id ($why)",
    ({ id }) => {
      expect(toId18(id)).toBeNull()
    },
  )

  const id15 = fc.stringMatching(/^[0-9A-Za-z]{15}$/)

  it("gives an 18 that it accepts as it is, and that tells ids apart without their case", () => {
    fc.assert(
      fc.property(id15, id15, (one, other) => {
        const long = toId18(one) ?? ""
        expect(toId18(long)).toBe(long)
        if (one !== other) expect(long.toLowerCase()).not.toBe(toId18(other)?.toLowerCase())
      }),
    )
  })

  it("refuses an 18 whose case was lost", () => {
    fc.assert(
      fc.property(id15, (one) => {
        const long = toId18(one) ?? ""
        const lowered = long.slice(0, 15).toLowerCase() + long.slice(15)
        expect(toId18(lowered) === null).toBe(lowered !== long)
      }),
    )
  })
})

describe("objectOfId", () => {
  it.each([
    ["001A0000006Vm9u", "Account"],
    ["003RO0000035WQg", "Contact"],
    ["0065j00000AbCdE", "Opportunity"],
    ["5005j00000AbCdE", "Case"],
    ["8005j00000AbCdE", "Contract"],
    ["00T5j00000AbCdE", "Task"],
    ["00t5j00000AbCdE", null],
    ["a0B5j00000AbCdE", null],
    ["toString", null],
    ["", null],
  ])("reads %s as %s", (id, object) => expect(objectOfId(id)).toBe(object))
})
