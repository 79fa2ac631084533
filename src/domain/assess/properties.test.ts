import fc from "fast-check"
import { describe, expect, it } from "vitest"

import { clock } from "~test/unit/domain/account"
import { assess } from "./assess"
import { addDays, clockAt, startOfDay } from "../calendar"
import { TRAIT_KEYS, type AccountFacts, type Fact, type TraitFacts, type TraitKey } from "../facts"
import { healthCore } from "../health/core"
import { defaultPolicy, teams2024 } from "../policy/presets"
import { summarise } from "./summarise"

const fact = <T>(value: T): Fact<T> => ({ value, source: "vitally" })

const raw: Record<TraitKey, fc.Arbitrary<string | number | boolean>> = {
  sentiment: fc.constantFrom("healthy", "concerning", "poor"),
  versionsBehind: fc.nat(10),
  preciseIntel: fc.boolean(),
  defectTickets90d: fc.nat(10),
  helpTickets90d: fc.nat(30),
  activeChampion: fc.boolean(),
  accessToBuyer: fc.boolean(),
  lastActivityDays: fc.nat(60),
  dauOverMau: fc.double({ min: 0, max: 1, noNaN: true }),
  mauOverSeats: fc.double({ min: 0, max: 1.3, noNaN: true }),
}
const BEST: Record<TraitKey, string | number | boolean> = {
  sentiment: "healthy",
  versionsBehind: 0,
  preciseIntel: true,
  defectTickets90d: 0,
  helpTickets90d: 0,
  activeChampion: true,
  accessToBuyer: true,
  lastActivityDays: 0,
  dauOverMau: 1,
  mauOverSeats: 1,
}

const traits = fc
  .record(raw, { requiredKeys: [] })
  .map(
    (values) =>
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, fact(value)])) as TraitFacts,
  )
const day = fc.integer({ min: -900, max: 500 }).map((days) => addDays(clock.today, days))
// Most within a few days, so that several fall on the same day and the same moment.
const touchDay = fc.oneof(
  { weight: 1, arbitrary: day },
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 1 }).map((days) => addDays(clock.today, days)) },
)
const touch = fc.record({
  at: fc.oneof(
    touchDay,
    touchDay.map((date) => `${date}T15:30:00Z`),
  ),
  channel: fc.constantFrom("email" as const, "slack" as const, "zoom" as const),
  direction: fc.constantFrom("inbound" as const, "outbound" as const, "both" as const, "unknown" as const),
  automatic: fc.boolean(),
  source: fc.constantFrom("vitally" as const, "salesforce" as const),
})
const facts: fc.Arbitrary<AccountFacts> = fc
  .record(
    {
      traits,
      touches: fc.array(touch, { maxLength: 6 }),
      arr: fc.nat(2_000_000).map(fact),
      employees: fc.nat(60_000).map(fact),
      developers: fc.nat(12_000).map(fact),
      contractStartOn: day.map(fact),
      renewalOn: day.map(fact),
      vitallyHealth: fc.double({ min: 0, max: 10, noNaN: true }).map(fact),
      planUpdatedOn: day.map(fact),
      lighthouse: fc.boolean().map(fact),
    },
    { requiredKeys: ["traits", "touches"] },
  )
  .map((found) => ({ id: "a", name: "A", ...found }))
const policies = { default: defaultPolicy, "teams-2024": teams2024 }
const policy = fc.constantFrom("default" as const, "teams-2024" as const)

describe("for any facts", () => {
  it("the score lies within 0-10, and so does every lift", () => {
    fc.assert(
      fc.property(facts, policy, (some, rules) => {
        const { health } = assess(some, policies[rules], clock)
        if (health.score !== null) {
          expect(health.score).toBeGreaterThanOrEqual(0)
          expect(health.score).toBeLessThanOrEqual(10)
        }
        for (const trait of health.categories.flatMap((category) => category.traits)) {
          expect(trait.lift).toBeGreaterThanOrEqual(0)
          expect((health.score ?? 0) + trait.lift).toBeLessThanOrEqual(10 + 1e-9)
        }
      }),
    )
  })

  it("improving a trait never lowers the score and never adds a red", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...TRAIT_KEYS), (some, key) => {
        fc.pre(some.traits[key] !== undefined)
        const better = { ...some, traits: { ...some.traits, [key]: fact(BEST[key]) } }
        const before = healthCore(some, defaultPolicy, clock, null)
        const after = healthCore(better, defaultPolicy, clock, null)
        expect(after.score ?? 0).toBeGreaterThanOrEqual((before.score ?? 0) - 1e-9)
        for (const other of TRAIT_KEYS) {
          if (after.statuses[other] === "poor") expect(before.statuses[other]).toBe("poor")
        }
      }),
    )
  })

  it("the promised lift is what the improvement brings", () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...TRAIT_KEYS), (some, key) => {
        fc.pre(some.traits[key] !== undefined)
        const trait = assess(some, defaultPolicy, clock)
          .health.categories.flatMap((category) => category.traits)
          .find((candidate) => candidate.key === key)
        const better = { ...some, traits: { ...some.traits, [key]: fact(BEST[key]) } }
        const before = healthCore(some, defaultPolicy, clock, null).score
        const after = healthCore(better, defaultPolicy, clock, null).score
        fc.pre(before !== null && after !== null)
        expect(after - before).toBeCloseTo(trait!.lift, 9)
      }),
    )
  })

  it("the order of touches and of keys changes nothing", () => {
    fc.assert(
      fc.property(facts, fc.infiniteStream(fc.nat()), (some, order) => {
        const keyed = (some.touches ?? []).map((one) => ({ one, at: order.next().value }))
        const touches = keyed.sort((a, b) => a.at - b.at).map(({ one }) => one)
        const turned = Object.fromEntries(
          Object.entries({ ...some, touches }).reverse(),
        ) as unknown as AccountFacts
        const strip = (given: AccountFacts) => {
          const { contact, ...rest } = assess(given, defaultPolicy, clock)
          return { ...rest, contact: { ...contact, timeline: contact.timeline.map(({ at }) => at) } }
        }
        expect(strip(turned)).toEqual(strip(some))
      }),
      { numRuns: 400 },
    )
  })

  it("a later now never makes the same contact fresher", () => {
    const past = facts.map((some) => ({
      ...some,
      touches: (some.touches ?? []).filter((one) => one.at < clock.today),
      traits: Object.fromEntries(
        Object.entries(some.traits).map(([key, value]) => [key, { ...(value as object), at: clock.now }]),
      ),
    }))
    fc.assert(
      fc.property(past, fc.nat(400), (some, days) => {
        const later = clockAt(startOfDay(addDays(clock.today, days + 1), clock.timeZone), clock.timeZone)
        const before = assess(some, defaultPolicy, clock).contact
        const after = assess(some, defaultPolicy, later).contact
        fc.pre(before.daysSince !== null && after.daysSince !== null)
        expect(after.daysSince).toBeGreaterThan(before.daysSince)
        expect(after.overdueOn).toBe(before.overdueOn)
        if (before.status === "overdue") expect(after.status).toBe("overdue")
      }),
    )
  })

  it("actions are numbered, unique and in JSON", () => {
    fc.assert(
      fc.property(facts, policy, (some, rules) => {
        const assessment = assess(some, policies[rules], clock)
        const ids = assessment.actions.map((action) => action.id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(JSON.parse(JSON.stringify(assessment))).toEqual(assessment)
        expect(JSON.stringify(assessment)).not.toMatch(/NaN|undefined|\[object/)
      }),
    )
  })

  it("the summary agrees with the assessment", () => {
    fc.assert(
      fc.property(facts, policy, (some, rules) => {
        const row = summarise(some, policies[rules], clock, "me")
        const full = assess(some, policies[rules], clock)
        expect(row).toMatchObject({
          tier: full.tier.name,
          team: full.tier.team,
          stage: full.lifecycle.stage,
          band: full.health.band,
        })
        expect(row.contactOverdueOn ?? null).toBe(full.contact.overdueOn)
        expect(row.renewalOn ?? null).toBe(full.renewal.on)
        expect(row.topActions?.map(({ id, title }) => ({ id, title }))).toEqual(
          full.actions.slice(0, 3).map(({ id, title }) => ({ id, title })),
        )
        expect(Object.values(row)).not.toContain(undefined)
      }),
    )
  })
})
