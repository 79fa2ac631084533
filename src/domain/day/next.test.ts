import { describe, expect, it } from "vitest"

import { accountFacts, bareFacts, fact, healthyFacts, poorFacts } from "~test/fixtures/panel/facts"

import { assess } from "../assess/assess"
import { clockAt } from "../calendar"
import { defaultPolicy } from "../policy/presets"
import { glanceCauses } from "./glance-causes"
import { nextOf, type NextTask } from "./next"

const clock = clockAt("2026-11-22T09:30:00Z", "Europe/Berlin")
const assessed = (facts: Parameters<typeof assess>[0]) => assess(facts, defaultPolicy, clock)

function next(facts: Parameters<typeof assess>[0], tasks: NextTask[] = [], canFill = false) {
  const assessment = assessed(facts)
  const { tier, health } = assessment
  const standing = { tier: tier.name, tierRank: tier.rank, band: health.band }
  const chosen = nextOf(assessment, standing, { actions: assessment.actions, tasks, canFill })
  return chosen.kind === "action" ? chosen.action.id : chosen.kind
}

describe("the next thing to do", () => {
  const silent = {
    touches: [],
    traits: { ...poorFacts().traits, lastActivityDays: fact(60, "Last Activity") },
  }

  it("is the customer who waits, before everything else", () => {
    const wrote = {
      at: "2026-11-21T08:00:00Z",
      channel: "email",
      direction: "inbound",
      automatic: false,
      source: "vitally",
    } as const
    expect(next({ ...poorFacts(), touches: [wrote] })).toBe("unanswered-customer")
  })

  it("is a call before any paperwork where the silence is too long", () => {
    expect(next({ ...poorFacts(), ...silent, renewalOn: fact("2027-01-25") })).toBe("overdue-contact")
  })

  it("is a task of today where nothing else has come due", () => {
    const tasks = [{ id: "t", name: "Send the recap", dueOn: "2026-11-23" }]
    expect(next({ ...healthyFacts(), renewalOn: fact("2028-01-25") }, tasks)).toBe("task")
  })

  it("is what only a person knows where nothing is known", () => {
    expect(next(bareFacts(), [], true)).toBe("fill")
    expect(next(bareFacts(), [], false)).not.toBe("fill")
  })
})

describe("the causes at a glance", () => {
  it("name every red trait, largest lift first, and the chips apart", () => {
    const { health } = assessed(poorFacts())
    const { red, noChampion, noBuyer } = glanceCauses(health)
    const poor = health.categories.flatMap(({ traits }) => traits).filter(({ status }) => status === "poor")
    expect(red.length + Number(noChampion) + Number(noBuyer)).toBe(poor.length)
    const lifts = red.map(({ key }) => poor.find((trait) => trait.key === key)?.lift ?? 0)
    expect(lifts).toEqual([...lifts].sort((a, b) => b - a))
  })

  it("count the yellow ones that gain little, and name no trait without data", () => {
    const { health } = assessed(accountFacts())
    const { red, yellow, moreYellow, green, noBuyer, noChampion } = glanceCauses(health)
    const known = health.categories
      .flatMap(({ traits }) => traits)
      .filter(({ status }) => status !== "unknown")
    expect(red.length + yellow.length + moreYellow + green + Number(noBuyer) + Number(noChampion)).toBe(
      known.length,
    )
    expect(glanceCauses(assessed(bareFacts()).health)).toMatchObject({ red: [], yellow: [], withData: 0 })
  })
})
