import { describe, expect, it } from "vitest"

import { accountFacts, fact, poorFacts } from "~test/fixtures/panel/facts"

import { assess } from "./assess"
import { clockAt } from "../calendar"
import { defaultPolicy } from "../policy/presets"

const clock = clockAt("2026-11-22T09:30:00Z", "Europe/Berlin")
const assessed = (facts: Parameters<typeof assess>[0]) => assess(facts, defaultPolicy, clock)

describe("the plan of a renewal at risk", () => {
  it("is one list: people first, each step once, and every step from a recommendation that is still listed", () => {
    const { plan, actions } = assessed({
      ...poorFacts(),
      renewalOn: fact("2027-01-25"),
      traits: { ...poorFacts().traits, activeChampion: fact(false) },
    })
    expect(plan?.kind).toBe("save")
    const kinds = plan?.steps.map(({ kind }) => kind) ?? []
    expect(new Set(plan?.steps.map(({ id }) => id)).size).toBe(kinds.length)
    const first = kinds.findIndex((kind) => kind === "champion" || kind === "contact" || kind === "buyer")
    const paper = kinds.findIndex((kind) => ["rating", "status", "meeting", "forecast"].includes(kind))
    expect(first).toBeGreaterThanOrEqual(0)
    expect(first).toBeLessThan(paper)
    const ids = actions.map(({ id }) => id)
    for (const step of plan?.steps ?? []) if (step.actionId !== null) expect(ids).toContain(step.actionId)
    for (const id of plan?.actionIds ?? []) expect(ids).toContain(id)
  })

  it("protects a yellow one, and ticks only steps that the recommendation has", () => {
    const { plan, actions } = assessed(accountFacts({ renewalOn: fact("2027-03-22") }))
    expect(plan?.kind).toBe("protect")
    for (const { actionId, stepIds } of plan?.steps ?? []) {
      const own = actions.find(({ id }) => id === actionId)?.steps.map(({ id }) => id) ?? []
      for (const id of stepIds) expect(own).toContain(id)
    }
  })

  it("is none where nothing is at risk: a far renewal, or a customer who left", () => {
    expect(assessed(accountFacts({ renewalOn: fact("2028-03-22") })).plan).toBeNull()
    expect(assessed({ ...poorFacts(), churnedOn: fact("2026-11-08") }).plan).toBeNull()
  })

  it("counts what a fact proves as done", () => {
    const { plan } = assessed({ ...poorFacts(), renewalOn: fact("2027-01-25"), lighthouse: fact(true) })
    expect(plan?.steps.filter(({ done }) => done).map(({ kind }) => kind)).toContain("lighthouse")
  })
})
