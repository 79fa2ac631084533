import { describe, expect, it } from "vitest"

import { defaultPolicy, presets } from "~src/domain/policy/presets"
import { policySchema } from "./policy"
import { unknownKeys } from "./unknown-keys"

describe("unknownKeys", () => {
  it.each(Object.values(presets))("finds none in preset $preset", (preset) => {
    expect(unknownKeys(policySchema, preset)).toEqual([])
  })

  it("names them by path: at the top, below, in lists and behind a choice of kinds", () => {
    const [first] = defaultPolicy.cadences
    const policy = {
      nonsense: 1,
      contact: { every: {}, windows: [{ overDueFrom: 3 }] },
      cadences: [{ ...first, due: { unit: "days", every: 7, from: 1 } }],
    }
    expect(unknownKeys(policySchema, policy)).toEqual([
      "nonsense",
      "contact.every",
      "contact.windows.0.overDueFrom",
      "cadences.0.due.from",
    ])
  })

  it("leaves maps with free keys alone", () => {
    expect(unknownKeys(policySchema, { mapping: { traits: { sentiment: "vitally.custom.mood" } } })).toEqual(
      [],
    )
  })
})
