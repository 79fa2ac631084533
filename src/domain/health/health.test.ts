import { describe, expect, it } from "vitest"

import { account, clock, green, red, vector } from "~test/unit/domain/account"
import { clockAt } from "../calendar"
import { TRAIT_KEYS, type AccountFacts, type TraitKey } from "../facts"
import { defaultPolicy, formulas } from "../policy/presets"
import type { Policy } from "../policy/policy"
import { explainHealth } from "./assess-health"
import { healthCore } from "./core"
import { bandOf } from "./bands"
import { traitRules } from "./traits"

function health(loose: Record<string, unknown>, policy: Policy = defaultPolicy, stage: string | null = null) {
  return of(account(loose), policy, stage)
}

function of(facts: AccountFacts, policy: Policy = defaultPolicy, stage: string | null = null) {
  return explainHealth(facts, policy, clock, healthCore(facts, policy, clock, stage))
}

function trait(key: TraitKey, loose: Record<string, unknown>) {
  const found = health(loose)
    .categories.flatMap((category) => category.traits)
    .find((candidate) => candidate.key === key)
  if (!found) throw new Error(key)
  return found
}

describe("the test vector of section 3c", () => {
  it("is 5.375, yellow, from 5 / 7.5 / 5 / 5", () => {
    const result = health({ traits: vector })
    expect(result.score).toBeCloseTo(5.375, 12)
    expect(result).toMatchObject({ band: "concerning", withData: 10, total: 10, atOrBelowFive: false })
    expect(result.categories.map((category) => category.score)).toEqual([5, 7.5, 5, 5])
  })

  it("is 6.75, green, with 80% of seats, and says so", () => {
    const after = health({ traits: { ...vector, mauOverSeats: 0.8 } })
    expect(after.score).toBeCloseTo(6.75, 12)
    expect(after.band).toBe("healthy")
    expect(health({ traits: vector }).summary).toBe(
      "5.4 of 10, yellow. Reaching 80% of seats would make it 6.8, green.",
    )
  })

  it("gives each trait the lift of section 3c", () => {
    const lifts = Object.fromEntries(
      health({ traits: red }).categories.flatMap((category) => category.traits.map((t) => [t.key, t.lift])),
    )
    for (const [key, lift] of Object.entries({
      sentiment: 0.5,
      versionsBehind: 0.375,
      preciseIntel: 0.375,
      defectTickets90d: 0.375,
      helpTickets90d: 0.375,
      activeChampion: 2.5 / 3,
      accessToBuyer: 2.5 / 3,
      lastActivityDays: 2.5 / 3,
      dauOverMau: 2.75,
      mauOverSeats: 2.75,
    })) {
      expect(lifts[key]).toBeCloseTo(lift, 12)
    }
  })
})

describe("thresholds of section 3b, both sides", () => {
  it.each<[TraitKey, unknown, string]>([
    ["sentiment", "Healthy", "healthy"],
    ["sentiment", "Concerning", "concerning"],
    ["sentiment", "Poor", "poor"],
    ["versionsBehind", 0, "healthy"],
    ["versionsBehind", 2, "healthy"],
    ["versionsBehind", 3, "concerning"],
    ["versionsBehind", 4, "concerning"],
    ["versionsBehind", 5, "poor"],
    ["preciseIntel", true, "healthy"],
    ["preciseIntel", false, "poor"],
    ["defectTickets90d", 1, "healthy"],
    ["defectTickets90d", 2, "concerning"],
    ["defectTickets90d", 4, "concerning"],
    ["defectTickets90d", 5, "poor"],
    ["helpTickets90d", 9, "healthy"],
    ["helpTickets90d", 10, "concerning"],
    ["helpTickets90d", 14, "concerning"],
    ["helpTickets90d", 15, "poor"],
    ["activeChampion", "true", "healthy"],
    ["activeChampion", "No", "poor"],
    ["accessToBuyer", "Yes", "healthy"],
    ["accessToBuyer", false, "poor"],
    ["lastActivityDays", 14, "healthy"],
    ["lastActivityDays", 15, "concerning"],
    ["lastActivityDays", 29, "concerning"],
    ["lastActivityDays", 30, "poor"],
    ["dauOverMau", 0.3, "healthy"],
    ["dauOverMau", 0.2999, "concerning"],
    ["dauOverMau", 0.2001, "concerning"],
    ["dauOverMau", 0.2, "poor"],
    ["mauOverSeats", 1.1, "healthy"],
    ["mauOverSeats", 0.8, "healthy"],
    ["mauOverSeats", 0.7999, "concerning"],
    ["mauOverSeats", 0.5, "concerning"],
    ["mauOverSeats", 0.4999, "poor"],
  ])("%s of %s is %s", (key, value, status) => {
    expect(trait(key, { traits: { [key]: value } }).status).toBe(status)
  })

  it.each([
    [0, "poor"],
    [10 / 3 - 1e-6, "poor"],
    [10 / 3, "concerning"],
    [10 / 3 - 1e-12, "concerning"],
    [20 / 3 - 1e-6, "concerning"],
    [20 / 3, "healthy"],
    [6.6667, "healthy"],
    [10, "healthy"],
    [null, "unknown"],
  ])("a score of %s is %s", (score, band) => {
    expect(bandOf(score, defaultPolicy.health.bands)).toBe(band)
  })

  it("calls exactly two thirds of full data green", () => {
    // Two of three relationship traits green, one red, and nothing else weighs.
    const policy = withFormula({ sentiment: 0, technical: 0, relationships: 1, utilization: 0 })
    const result = health(
      { traits: { activeChampion: true, accessToBuyer: true, lastActivityDays: 40 } },
      policy,
    )
    expect(result.score).toBeCloseTo(20 / 3, 12)
    expect(result.band).toBe("healthy")
  })

  it.each([
    [{ traits: { sentiment: "Concerning" } }, true],
    [{ traits: { sentiment: "Healthy" } }, false],
    [{ vitallyHealth: 5 }, true],
    [{ vitallyHealth: 5.01 }, false],
    [{}, false],
  ])("%j at or below five: %s", (loose, warns) => {
    expect(health(loose).atOrBelowFive).toBe(warns)
  })
})

function withFormula(weights: Policy["health"]["formulas"][number]["weights"]): Policy {
  return {
    ...defaultPolicy,
    health: { ...defaultPolicy.health, formulas: [{ key: "own", label: "Own", source: "", weights }] },
  }
}

describe("missing data", () => {
  it("renormalises the other weights", () => {
    const result = health({ traits: { sentiment: "Poor", mauOverSeats: 0.9, dauOverMau: 0.4 } })
    expect(result.score).toBeCloseTo((0.05 * 0 + 0.55 * 10) / 0.6, 12)
    expect(result.withData).toBe(3)
  })

  it("is no data, never red and never zero", () => {
    const result = health({})
    expect(result).toMatchObject({ score: null, band: "unknown", withData: 0, smallestFix: null })
    for (const category of result.categories) {
      expect(category.score).toBeNull()
      for (const one of category.traits) {
        expect(one).toMatchObject({
          value: null,
          status: "unknown",
          points: null,
          lift: 0,
          valueText: "No data",
        })
      }
    }
  })

  it("says that an instance sends no telemetry", () => {
    expect(trait("mauOverSeats", { telemetry: "none" }).explanation).toBe(
      "No usage data: this instance sends no telemetry. Not counted against the score.",
    )
    expect(trait("mauOverSeats", { telemetry: "critical only" }).explanation).toContain(
      "critical telemetry only",
    )
    expect(trait("mauOverSeats", { telemetry: "none", traits: { mauOverSeats: 0 } }).status).toBe("unknown")
    expect(trait("mauOverSeats", { telemetry: "full", traits: { mauOverSeats: 0 } }).status).toBe("poor")
  })

  it("says of known users that only what they are a share of is missing", () => {
    expect(trait("mauOverSeats", { monthlyActiveUsers: 310, seats: 0 }).explanation).toBe(
      "No data. 310 people were active last month; how many seats are paid for is not known. Not counted against the score.",
    )
    expect(trait("mauOverSeats", { monthlyActiveUsers: 1, unlimitedSeats: true }).missing).toBe(
      "1 person was active last month; how many could use it (TAM) is not known.",
    )
  })

  it("gives a category of weight zero no say", () => {
    const later = formulas.find((formula) => formula.key === "later")!
    const policy: Policy = { ...defaultPolicy, health: { ...defaultPolicy.health, formulas: [later] } }
    expect(health({ traits: { activeChampion: false } }, policy)).toMatchObject({ score: null, withData: 1 })
    expect(health({ traits: { ...green, activeChampion: false } }, policy).score).toBe(10)
  })
})

describe("explanations", () => {
  it("has one for every trait, in every status", () => {
    for (const values of [vector, green, red, {}]) {
      for (const one of health({ traits: values }).categories.flatMap((category) => category.traits)) {
        for (const said of [one.explanation, one.measures, one.whyItMatters, one.freshness, one.label]) {
          expect(said.length).toBeGreaterThan(3)
        }
        // Nobody on the newest release is told to upgrade.
        const isNewest = one.key === "versionsBehind" && one.value === 0
        expect(one.howToFix.length > 0).toBe(!isNewest)
      }
    }
    expect(Object.keys(traitRules)).toEqual([...TRAIT_KEYS])
  })

  it("counts people against seats", () => {
    expect(trait("mauOverSeats", { seats: 500, monthlyActiveUsers: 310 }).explanation).toBe(
      "310 of 500 paid seats were active last month, 62%. Green starts at 80%: 90 more people.",
    )
    expect(trait("mauOverSeats", { seats: 500, traits: { mauOverSeats: 0.62 } }).explanation).toBe(
      "310 of 500 paid seats were active last month, 62%. Green starts at 80%: 90 more people.",
    )
    expect(trait("mauOverSeats", { traits: { mauOverSeats: 0.7999 } }).explanation).toBe(
      "79.9% of paid seats were active last month. Green starts at 80%.",
    )
    expect(trait("mauOverSeats", { seats: 10, monthlyActiveUsers: 7 }).explanation).toContain(
      "1 more person.",
    )
  })

  it("divides by all possible users where seats are unlimited", () => {
    const one = trait("mauOverSeats", {
      unlimitedSeats: true,
      totalAddressableUsers: 1_000,
      monthlyActiveUsers: 700,
      seats: 10,
      traits: { mauOverSeats: 70 },
    })
    expect(one.value).toBe(0.7)
    expect(one.explanation).toBe(
      "700 of 1,000 possible users were active last month, 70%. Green starts at 80%: 100 more people.",
    )
  })

  it("words releases as section 16 does", () => {
    expect(trait("versionsBehind", { traits: { versionsBehind: 3 } }).explanation).toBe(
      "3 releases behind. Upgrading by one release makes this green.",
    )
    expect(trait("versionsBehind", { traits: { versionsBehind: 6 } }).explanation).toBe(
      "6 releases behind. Upgrading by 4 releases makes this green.",
    )
    expect(trait("accessToBuyer", { traits: { accessToBuyer: false } }).explanation).toBe(
      "We can't reach the person who signs. Ask the champion for an introduction; offer a one-page results summary.",
    )
  })
})

describe("the official score", () => {
  it("drives the band; ours explains it", () => {
    const result = health({ traits: vector, vitallyHealth: 7.2 })
    expect(result).toMatchObject({
      band: "healthy",
      ownBand: "concerning",
      official: { score: 7.2, band: "healthy" },
    })
    expect(result.score).toBeCloseTo(5.375, 12)
    expect(result.summary).toBe("7.2 of 10 in Vitally, green.")
    expect(result.difference).toBe(
      "Vitally says 7.2, green; by the traits we can read (10 of 10) it is 5.4, yellow. Vitally's colour is used.",
    )
  })

  it.each([
    [5.375, null],
    [5.875, null],
    [5.8751, "differs"],
    [4.875, null],
    [4.8749, "differs"],
  ])("of %s beside 5.375: %s", (vitallyHealth, differs) => {
    expect(health({ traits: vector, vitallyHealth }).difference === null).toBe(differs === null)
  })

  it("says a difference in band alone", () => {
    const policy = withFormula({ sentiment: 0, technical: 0, relationships: 1, utilization: 0 })
    const result = of(
      account({
        traits: { activeChampion: true, accessToBuyer: true, lastActivityDays: 40 },
        vitallyHealth: 6.6,
      }),
      policy,
    )
    expect(result.difference).toContain("yellow")
  })

  it("outside 0-10 is ignored", () => {
    expect(health({ vitallyHealth: 62 }).official).toBeNull()
    expect(health({ vitallyHealth: -1 }).official).toBeNull()
    expect(health({ vitallyHealth: 0 })).toMatchObject({ band: "poor", official: { score: 0 } })
  })
})

describe("the smallest fix", () => {
  it("is the fewest traits that lift the band", () => {
    const fix = health({ traits: vector }).smallestFix
    expect(fix?.traits.map((one) => one.key)).toEqual(["mauOverSeats"])
    expect(fix?.score).toBeCloseTo(6.75, 12)
    expect(fix?.band).toBe("healthy")
  })

  it("lifts red to yellow, and needs as many as it takes", () => {
    const fix = health({ traits: red }).smallestFix
    expect(fix?.traits.map((one) => one.key)).toEqual(["mauOverSeats", "dauOverMau"])
    expect(fix).toMatchObject({ band: "concerning" })
    expect(fix?.text).toBe("Reaching 80% of seats and reaching 30% daily use would make it 5.5, yellow.")
  })

  it("agrees with trying every set", () => {
    const values = { ...red, mauOverSeats: 0.6, activeChampion: true, versionsBehind: 3 }
    const facts = account({ traits: values })
    const fix = of(facts).smallestFix!
    const sizes = allSubsets(TRAIT_KEYS)
      .filter((keys) => {
        const fixed = Object.fromEntries(keys.map((key) => [key, green[key]]))
        return health({ traits: { ...values, ...fixed } }).band !== "poor"
      })
      .map((keys) => keys.length)
    expect(of(facts).band).toBe("poor")
    expect(fix.traits).toHaveLength(Math.min(...sizes))
  })

  it("is none where all is green", () => {
    expect(health({ traits: green }).smallestFix).toBeNull()
  })
})

function allSubsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]])
}

describe("formulas and their rules", () => {
  const policy: Policy = {
    ...defaultPolicy,
    health: {
      ...defaultPolicy.health,
      rules: [
        { formula: "2022", stages: ["1. Onboarding"] },
        { formula: "later", segments: ["Strategic"], trait: { key: "activeChampion", equals: true } },
      ],
    },
  }
  it.each([
    [{}, "1. Onboarding", "November 2022"],
    [{}, "2. Adopting", "Default (since September 2023)"],
    [{ segment: "Strategic", traits: { activeChampion: true } }, null, "Later default"],
    [{ segment: "Strategic", traits: { activeChampion: false } }, null, "Default (since September 2023)"],
  ])("%j at %s uses %s", (loose, stage, label) => {
    expect(health(loose, policy, stage).formula).toBe(label)
  })

  it("of November 2022 weighs 5/5/15/75", () => {
    expect(formulas.find((formula) => formula.key === "2022")?.weights).toEqual({
      sentiment: 0.05,
      technical: 0.05,
      relationships: 0.15,
      utilization: 0.75,
    })
  })
})

describe("staleness needs evidence (section 3d)", () => {
  const set = (on: string) => ({ traits: { sentiment: "Healthy" }, manualTraitsSetOn: { sentiment: on } })
  it.each([
    [{ traits: { sentiment: "Healthy" } }, false],
    [set("2026-10-22"), false],
    [set("2026-10-21"), true],
    [
      {
        ...set("2026-01-01"),
        projects: [{ name: "Bi-monthly pulse, buyer and champion", completedOn: "2026-11-01" }],
      },
      false,
    ],
    [{ traits: { sentiment: { value: "Healthy", source: "manual", at: "2026-09-01T10:00:00Z" } } }, true],
    [{ traits: { sentiment: { value: "Healthy", source: "vitally", at: "2026-09-01T10:00:00Z" } } }, false],
    [{ manualTraitsSetOn: { sentiment: "2026-01-01" } }, false],
  ])("%j is stale: %s", (loose, stale) => {
    expect(trait("sentiment", loose).stale).toBe(stale)
  })

  it("is for manual traits only", () => {
    expect(
      trait("mauOverSeats", { traits: { mauOverSeats: { value: 0.9, source: "manual", at: "2026-01-01" } } })
        .stale,
    ).toBe(false)
  })
})

describe("day counts", () => {
  it("are brought forward from the day they were read", () => {
    const one = trait("lastActivityDays", {
      traits: { lastActivityDays: { value: 13, source: "vitally", at: "2026-11-20T09:00:00Z" } },
    })
    expect(one).toMatchObject({ value: 15, status: "concerning" })
  })

  it.each([[-3], ["2027-01-01"], [{ value: 3, at: "2027-01-01T00:00:00Z" }]])(
    "%j is ignored",
    (lastActivityDays) => {
      expect(trait("lastActivityDays", { traits: { lastActivityDays } }).status).toBe("unknown")
    },
  )

  it("reach the next day at the user's midnight", () => {
    const read = (now: string) => {
      const at = clockAt(now, "America/New_York")
      const facts = account(
        { traits: { lastActivityDays: { value: 14, source: "vitally", at: "2026-11-22T12:00:00Z" } } },
        at,
      )
      return healthCore(facts, defaultPolicy, at, null).statuses.lastActivityDays
    }
    expect(read("2026-11-23T04:59:59Z")).toBe("healthy")
    expect(read("2026-11-23T05:00:00Z")).toBe("concerning")
  })
})

describe("the old Usage Score", () => {
  it("is kept apart and has no colour of its own", () => {
    const result = health({ usageScore: 62 })
    expect(result.usageScore).toMatchObject({ value: 62 })
    expect(result).toMatchObject({ score: null, withData: 0 })
  })
})
