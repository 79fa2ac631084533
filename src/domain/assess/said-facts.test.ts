import fc from "fast-check"
import { describe, expect, it } from "vitest"

import { clock } from "~test/unit/domain/account"

import { addDays } from "../calendar"
import { type Candidate, isSameValue } from "../candidates/candidate"
import { chooseFacts } from "../candidates/choose-facts"
import { conflictsOf } from "../candidates/conflicts"
import { add, emptyPool } from "../candidates/pool"
import type { AccountFacts, FactName } from "../facts"
import { defaultPolicy, teams2024 } from "../policy/presets"
import type { Policy } from "../policy/policy"
import { assess } from "./assess"

const { today } = clock
const day = fc.integer({ min: -500, max: 500 }).map((days) => addDays(today, days))
const place = fc.constantFrom<Omit<Candidate, "value">>(
  { system: "vitally", object: "account", field: "trait", mapped: true },
  { system: "vitally", object: "account", field: "own" },
  { system: "vitally", object: "organization", field: "own" },
  { system: "salesforce", object: "account", field: "Field__c", mapped: true },
  { system: "salesforce", object: "contract", field: "Contract.EndDate", record: "C-1" },
)
const candidates = (value: fc.Arbitrary<unknown>) =>
  fc.uniqueArray(
    fc.tuple(place, value).map(([from, found]): Candidate => ({ ...from, value: found })),
    { maxLength: 4, selector: ({ system, object, field }) => `${system} ${object} ${field}` },
  )

const given = fc.record({
  renewalOn: candidates(day),
  churnedOn: candidates(day),
  contractStartOn: candidates(day),
  productionReadyOn: candidates(day),
  arr: candidates(fc.nat(2_000_000)),
  employees: candidates(fc.nat(60_000)),
  mauOverSeats: candidates(fc.integer({ min: 0, max: 120 }).map((n) => n / 100)),
  dauOverMau: candidates(fc.integer({ min: 0, max: 100 }).map((n) => n / 100)),
  sentiment: candidates(fc.constantFrom("healthy", "concerning", "poor")),
  activeChampion: candidates(fc.boolean()),
  lighthouse: candidates(fc.boolean()),
})
type Given = Partial<Record<FactName, Candidate[]>>

const rest = fc.record(
  {
    planUpdatedOn: day,
    vitallyHealth: fc.double({ min: 0, max: 10, noNaN: true }),
    plans: fc.array(
      fc.record({
        name: fc.constantFrom("Get Well project", "Success plan", "Account Save Plan", "Kick-off"),
        updatedOn: day,
        completed: fc.boolean(),
      }),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: [] },
)
interface Rest {
  planUpdatedOn?: string
  vitallyHealth?: number
  plans?: { name: string; updatedOn: string; completed: boolean }[]
}
const policy = fc.constantFrom<Policy>(defaultPolicy, teams2024)

function factsOf(all: Given, { planUpdatedOn, vitallyHealth, plans }: Rest): AccountFacts {
  const pool = emptyPool()
  for (const [name, list] of Object.entries(all) as [FactName, Candidate[]][])
    for (const candidate of list) add(pool, name, candidate)
  const facts: AccountFacts = { id: "a", name: "A", traits: {} }
  chooseFacts(facts, pool, {
    today,
    official: { renewalOn: "salesforce", arr: "salesforce" },
    isTier: () => false,
  })
  if (planUpdatedOn !== undefined) facts.planUpdatedOn = { value: planUpdatedOn, source: "vitally" }
  if (vitallyHealth !== undefined) facts.vitallyHealth = { value: vitallyHealth, source: "vitally" }
  if (plans)
    facts.projects = plans.map(({ name, updatedOn, completed }, index) => ({
      id: `p${index.toString()}`,
      name,
      updatedOn,
      ...(completed && { completedOn: updatedOn }),
    }))
  return facts
}

/** Facts without what is told of losers. */
function bare(facts: AccountFacts): string {
  return JSON.stringify(facts, (key, value: unknown) =>
    key === "why" || key === "other" || key === "choices" ? undefined : value,
  )
}

describe("over random accounts", () => {
  it("a loser never changes the answer but its mention, and a contradiction is always shown", () => {
    fc.assert(
      fc.property(given, rest, place, day, (all, more, from, value) => {
        const before = factsOf(all, more)
        const candidate = { ...from, value, field: "another" }
        const after = factsOf({ ...all, renewalOn: [...all.renewalOn, candidate] }, more)
        const lost = before.renewalOn !== undefined && before.renewalOn.value === after.renewalOn?.value
        if (lost) expect(bare(after)).toBe(bare(before))
        const shown = conflictsOf(after, today).find(({ fact }) => fact === "renewalOn")
        const values = new Set([...all.renewalOn, candidate].map((one) => one.value))
        expect(shown === undefined).toBe(values.size < 2)
        if (shown) {
          const told = [shown.chosen, ...shown.others].map((one) => one?.value)
          expect(new Set(told)).toEqual(values)
        }
      }),
      { numRuns: 300 },
    )
  })

  it("of any fact, a loser changes nothing but its mention, and one that differs is shown with its value", () => {
    const values: Partial<Record<FactName, fc.Arbitrary<unknown>>> = {
      contractStartOn: day,
      productionReadyOn: day,
      arr: fc.nat(2_000_000),
      employees: fc.nat(60_000),
      mauOverSeats: fc.double({ min: 0, max: 1.2, noNaN: true }),
      sentiment: fc.constantFrom("healthy", "concerning", "poor"),
      activeChampion: fc.boolean(),
      lighthouse: fc.boolean(),
    }
    const added = fc
      .constantFrom(...(Object.keys(values) as (keyof Given)[]))
      .chain((name) => fc.tuple(fc.constant(name), place, values[name] ?? day))
    fc.assert(
      fc.property(given, rest, added, policy, (all, more, [name, from, value], rules) => {
        const list = all[name as keyof typeof all]
        const candidate = { ...from, value, field: "another" }
        const before = factsOf(all, more)
        const after = factsOf({ ...all, [name]: [...list, candidate] }, more)
        const chosen = after.choices?.[name]?.all[0]
        if (list.length > 0 && chosen?.field !== "another") {
          expect(bare(after)).toBe(bare(before))
          const answer = (facts: AccountFacts) => {
            const { actions, contact, tier, lifecycle, health } = assess(facts, rules, clock)
            return JSON.stringify([
              actions.map(({ id, title, why, dueOn }) => [id, title, why, dueOn]),
              [contact.dueOn, tier.name, lifecycle.stage, health.score],
            ])
          }
          expect(answer(after)).toBe(answer(before))
        }
        const shown = conflictsOf(after, today).find(({ fact }) => fact === name)
        const differs = list.some((one) => !isSameValue(one.value, after.choices?.[name]?.all[0]?.value))
        if (differs) expect(shown?.others.length, name).toBeGreaterThan(0)
        for (const one of list)
          if (shown && !isSameValue(one.value, shown.chosen?.value))
            expect(shown.others.some((other) => isSameValue(other.value, one.value))).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it("the order in which systems answer changes nothing", () => {
    fc.assert(
      fc.property(given, rest, (all, more) => {
        const reversed = Object.fromEntries(
          Object.entries(all).map(([name, list]) => [name, [...list].reverse()]),
        )
        const [one, other] = [all, reversed].map((each) => factsOf(each, more))
        expect(one?.renewalOn?.value).toBe(other?.renewalOn?.value)
        expect(one?.arr?.value).toBe(other?.arr?.value)
        expect(one?.churnedOn?.value).toBe(other?.churnedOn?.value)
      }),
      { numRuns: 200 },
    )
  })

  it("no plan but the success plan speaks by the success plan's date", () => {
    fc.assert(
      fc.property(given, rest, policy, day, (all, more, rules, planUpdatedOn) => {
        const told = (facts: AccountFacts) =>
          assess(facts, rules, clock)
            .actions.filter(({ id }) => id !== "success-plan")
            .map(({ id, why, dueOn, steps }) => ({ id, why, dueOn, steps }))
        expect(told(factsOf(all, { ...more, planUpdatedOn }))).toEqual(told(factsOf(all, more)))
      }),
      { numRuns: 200 },
    )
  })

  it("one duty has one date, and none is due today but on its day", () => {
    fc.assert(
      fc.property(given, rest, policy, (all, more, rules) => {
        const facts = factsOf(all, more)
        const now = assess(facts, rules, clock)
        const ids = now.actions.flatMap(({ id, mergedIds }) => [id, ...mergedIds])
        expect(new Set(ids).size).toBe(ids.length)
        const tomorrow = addDays(today, 1)
        const later = assess(facts, rules, { ...clock, today: tomorrow, now: `${tomorrow}T12:00:00Z` })
        // What was due today is late tomorrow: a date that moves with the day stands for "unknown".
        for (const { id, dueOn } of now.actions) {
          if (dueOn !== today || id === "overdue-contact" || id === "digital-touchpoint") continue
          const same = later.actions.find((action) => action.id === id)
          if (same) expect(same.dueOn, id).not.toBe(tomorrow)
        }
      }),
      { numRuns: 300 },
    )
  })

  it("steps of one customer do not contradict each other, and one who pays is never told that there is nothing to do", () => {
    fc.assert(
      fc.property(given, rest, policy, (all, more, rules) => {
        const facts = factsOf(all, more)
        const { actions, contact, renewal, health } = assess(facts, rules, clock)
        const texts = actions.flatMap(({ steps }) => steps.map(({ text }) => text))
        const ids = new Set(actions.map(({ id }) => id))
        expect(ids.has("lighthouse-entry") && ids.has("lighthouse-update")).toBe(false)
        expect(ids.has("lighthouse-exit") && ids.has("lighthouse-update")).toBe(false)
        expect(ids.has("adoption-goal") && ids.has("low-mau-over-seats")).toBe(false)
        const inLighthouse = facts.lighthouse?.value === true
        if (inLighthouse) expect(texts.join(" ")).not.toMatch(/nominate it for lighthouse/i)
        const paying = (facts.arr?.value ?? 0) > 0 && facts.churnedOn === undefined
        const isDated = contact.dueOn !== null || (renewal.on !== null && health.band !== "unknown")
        if (paying) expect(actions.length > 0 || isDated).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})
