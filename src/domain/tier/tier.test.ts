import { describe, expect, it } from "vitest"

import { account } from "~test/unit/domain/account"
import { defaultPolicy, tierSchemes } from "../policy/presets"
import type { TierScheme } from "../policy/policy"
import { tierCore } from "./choose"
import { explainTier } from "./explain"
import { countBySchemes, suggestScheme } from "./preview"

function scheme(key: string): TierScheme {
  const found = tierSchemes.find((candidate) => candidate.key === key)
  if (!found) throw new Error(key)
  return found
}

function tier(loose: Record<string, unknown>, key = "employees-or-arr") {
  const facts = account(loose)
  return explainTier(facts, scheme(key), tierCore(facts, scheme(key)))
}

const LOW = { arr: 99_999, employees: 4_999 }

describe("2a: employees or ARR", () => {
  it.each([
    [{ ...LOW }, "Mid-Market", "Scaled Success"],
    [{ ...LOW, employees: 5_000 }, "Small Enterprise", "Named TA"],
    [{ ...LOW, employees: 9_999 }, "Small Enterprise", "Named TA"],
    [{ ...LOW, employees: 10_000 }, "Large Enterprise", "Named TA"],
    [{ ...LOW, employees: 39_999 }, "Large Enterprise", "Named TA"],
    [{ ...LOW, employees: 40_000 }, "Strategic", "Named TA"],
    [{ ...LOW, arr: 100_000 }, "Small Enterprise", "Named TA"],
    [{ ...LOW, arr: 499_999.99 }, "Small Enterprise", "Named TA"],
    [{ ...LOW, arr: 500_000 }, "Large Enterprise", "Named TA"],
    [{ ...LOW, arr: 999_999 }, "Large Enterprise", "Named TA"],
    [{ ...LOW, arr: 1_000_000 }, "Strategic", "Named TA"],
    [{ employees: 6_000, arr: 1_500_000 }, "Strategic", "Named TA"],
    [{ employees: 0, arr: 0 }, "Mid-Market", "Scaled Success"],
  ])("%j is %s, served by %s", (loose, name, team) => {
    expect(tier(loose)).toMatchObject({ name, team, missing: [] })
    expect(tier(loose).atLeast).toBeUndefined()
  })

  it("says which measure decided, in numbers", () => {
    expect(tier({ employees: 12_400, arr: 50_000 }).why).toEqual([
      "Large Enterprise: 12,400 employees (10,000 to 40,000).",
    ])
    expect(tier({ employees: 12_400, arr: 50_000 }).decidedBy).toMatchObject({
      measure: "employees",
      value: 12_400,
      from: 10_000,
      to: 40_000,
    })
    expect(tier({ employees: 100, arr: 50_000 }).why).toEqual([
      "Mid-Market: 100 employees (less than 5,000) and $50k ARR (less than $100k).",
    ])
  })

  it("does not claim Mid-Market while a measure is missing", () => {
    const result = tier({ employees: 3_000 })
    expect(result).toMatchObject({ name: null, team: null, rank: null, atLeast: true, missing: ["ARR"] })
    expect(result.why).toEqual([
      "At least Mid-Market: 3,000 employees (less than 5,000), but ARR is not known, and Mid-Market needs both.",
    ])
    expect(tier({ arr: 10 })).toMatchObject({ name: null, atLeast: true, missing: ["employees"] })
  })

  it("says that a missing measure could lift it", () => {
    const result = tier({ employees: 12_400 })
    expect(result).toMatchObject({ name: "Large Enterprise", atLeast: true })
    expect(result.why[1]).toBe("At least that: ARR is not known, and $1m or more would make it Strategic.")
    expect(tier({ employees: 40_000 }).atLeast).toBeUndefined()
  })

  it("is unknown without any measure", () => {
    expect(tier({})).toMatchObject({
      name: null,
      team: null,
      rank: null,
      why: ["Unknown: employees and ARR are not known."],
    })
    expect(tier({}).atLeast).toBeUndefined()
  })

  it("lets the CRM's segment win and says where it differs", () => {
    const result = tier({ segment: "strategic", employees: 12_400, arr: 50_000 })
    expect(result.name).toBe("Strategic")
    expect(result.conflict).toBe(
      "The CRM says Strategic; by 12,400 employees (10,000 to 40,000) it would be Large Enterprise. The CRM's segment is used.",
    )
    expect(tier({ segment: "Mid Market", employees: 10, arr: 10 })).toMatchObject({
      name: "Mid-Market",
      conflict: null,
    })
    expect(tier({ segment: "Mid Market" })).toMatchObject({
      name: "Mid-Market",
      team: "Scaled Success",
      conflict: null,
    })
  })

  it("does not take a word of another scheme for a tier", () => {
    const result = tier({ segment: "Commercial", employees: 12_400, arr: 1 })
    expect(result).toMatchObject({ name: "Large Enterprise", conflict: null })
    expect(result.why[0]).toBe('The CRM calls it "Commercial", which is no tier of this scheme.')
  })

  it("says how near the next border is, by the nearest measure", () => {
    expect(tier({ employees: 4_900, arr: 10_000 }).nextBorder?.text).toBe(
      "100 more employees would make it Small Enterprise.",
    )
    expect(tier({ employees: 100, arr: 90_000 }).nextBorder?.text).toBe(
      "$10k more ARR would make it Small Enterprise.",
    )
    expect(tier({ employees: 50_000 }).nextBorder).toBeUndefined()
  })
})

describe("2b: teams-2024", () => {
  it.each([
    [{ developers: 0, arr: 5_000_000 }, "SMB", "Digital"],
    [{ developers: 99, arr: 1 }, "SMB", "Digital"],
    [{ developers: 100, arr: 99_999 }, "Mid-Market", "Digital"],
    [{ developers: 100, arr: 100_000 }, "Mid-Market", "Scaled"],
    [{ developers: 500, arr: 1 }, "Mid-Market", "Digital"],
    [{ developers: 501, arr: 99_999 }, "Enterprise", "Scaled"],
    [{ developers: 501, arr: 100_000 }, "Enterprise", "Enterprise"],
    [{ developers: 2_500, arr: 100_000 }, "Enterprise", "Enterprise"],
    [{ developers: 2_501, arr: 1 }, "Strategic", "Enterprise"],
    [{ developers: 9_000 }, "Strategic", "Enterprise"],
  ])("%j is %s, served by %s", (loose, name, team) => {
    expect(tier(loose, "teams-2024")).toMatchObject({ name, team })
  })

  it("leaves the team open where ARR would decide and is missing", () => {
    const result = tier({ developers: 700 }, "teams-2024")
    expect(result).toMatchObject({ name: "Enterprise", team: null })
    expect(result.why[1]).toContain("$100k")
  })
})

describe("2c: older schemes", () => {
  it.each([
    ["developers-2022", { developers: 10_000, arr: 1 }, "Strategic"],
    ["developers-2022", { developers: 9_999, arr: 1 }, "Large Enterprise"],
    ["developers-2022", { developers: 3_000, arr: 1 }, "Large Enterprise"],
    ["developers-2022", { developers: 2_999, arr: 1 }, "Small Enterprise"],
    ["developers-2022", { developers: 1_500, arr: 1 }, "Small Enterprise"],
    ["developers-2022", { developers: 1_499, arr: 99_999 }, "Mid-Market"],
    ["developers-2022", { developers: 500, arr: 1 }, "Mid-Market"],
    ["developers-2022", { developers: 499, arr: 1 }, null],
    ["developers-2022", { developers: 499, arr: 100_000 }, "Small Enterprise"],
    ["developers-2022-tech-nurtured", { developers: 499, arr: 1 }, "Tech Nurtured"],
    ["developers-2022-tech-nurtured", { developers: 500, arr: 1 }, "Mid-Market"],
    ["three-tiers-2023", { developers: 10_000, arr: 1 }, "Strategic"],
    ["three-tiers-2023", { developers: 9_999, arr: 999_999 }, "Enterprise"],
    ["three-tiers-2023", { developers: 1_499, arr: 1_000_000 }, "Strategic"],
    ["three-tiers-2023", { developers: 1_500, arr: 1 }, "Enterprise"],
    ["three-tiers-2023", { developers: 1_499, arr: 100_000 }, "Enterprise"],
    ["three-tiers-2023", { developers: 1_499, arr: 99_999 }, "Commercial"],
  ])("%s: %j is %s", (key, loose, name) => {
    expect(tier(loose, key).name).toBe(name)
  })

  it("gives Commercial above $100k a named TA (September 2023 overlay)", () => {
    expect(tier({ segment: "Commercial", arr: 100_000 }, "three-tiers-2023").team).toBe("Named TA")
    expect(tier({ segment: "Commercial", arr: 99_999 }, "three-tiers-2023").team).toBe("Scaled Success")
  })
})

describe("a scheme of one's own", () => {
  it("may use seats", () => {
    const own: TierScheme = {
      key: "own",
      label: "Own",
      source: "",
      tiers: [
        { name: "Big", match: "all", when: [{ measure: "seats", from: 100 }], teams: [{ team: "A" }] },
        { name: "Small", match: "all", when: [{ measure: "seats", below: 100 }], teams: [{ team: "B" }] },
      ],
    }
    expect(tierCore(account({ seats: 100 }), own)).toMatchObject({ name: "Big", team: "A" })
    expect(tierCore(account({ seats: 99 }), own)).toMatchObject({ name: "Small", team: "B" })
  })
})

describe("first run", () => {
  it("counts the book under each scheme", () => {
    const book = [account({ employees: 50_000 }), account({ employees: 1, arr: 1 }), account({})]
    const [first] = countBySchemes(book, [defaultPolicy.tiers])
    expect(first?.tiers.map((found) => found.accounts)).toEqual([1, 0, 0, 1])
    expect(first?.unknown).toBe(1)
  })

  it.each([
    [["Strategic", "Large Enterprise", "Mid-Market"], "employees-or-arr"],
    [["SMB", "Enterprise", "Mid-Market"], "teams-2024"],
    [["Commercial", "Enterprise"], "three-tiers-2023"],
    [["Tech Nurtured", "Large Enterprise"], "developers-2022-tech-nurtured"],
    [["Gold"], "employees-or-arr"],
  ])("%j suggests %s", (segments, key) => {
    expect(suggestScheme(segments, tierSchemes)?.key).toBe(key)
  })
})
