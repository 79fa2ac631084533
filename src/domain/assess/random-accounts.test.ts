import fc from "fast-check"
import { describe, expect, it } from "vitest"

import { clock } from "~test/unit/domain/account"
import { randomAccount } from "~test/unit/domain/random-account"

import type { Action, Assessment } from "../assessment"
import { addDays } from "../calendar"
import type { AccountFacts } from "../facts"
import { nextOf } from "../day/next"
import { defaultPolicy, teams2024 } from "../policy/presets"
import { assess } from "./assess"

const { today } = clock
const policies = { default: defaultPolicy, "teams-2024": teams2024 }
const preset = fc.constantFrom("default" as const, "teams-2024" as const)

function nextFor(assessment: Assessment, { tasks = [] }: AccountFacts) {
  const { tier, health, actions } = assessment
  return nextOf(
    assessment,
    { tier: tier.name, tierRank: tier.rank, band: health.band },
    {
      actions,
      tasks: tasks.filter(({ mine, completedAt }) => mine && completedAt === undefined),
      canFill: false,
    },
  )
}

const said = ({ title, why, steps }: Action) => [title, why, ...steps.map(({ text }) => text)].join(" | ")

/** What may not stand beside each other for one customer at one time. */
const opposites: [one: RegExp, other: RegExp, but?: (facts: AccountFacts) => boolean][] = [
  [/nominate it for lighthouse/i, /in lighthouse|lighthouse exit/i],
  [/Start the Get Well project/, /Update the Get Well project/],
  [/Start the Account Save Plan/, /Update the Account Save Plan/],
  [/There is no active champion/, /[Aa]sk the champion|together with the champion|Agree with the champion/],
  [/Renews in|Renews today/, /The contract ended/],
  [/Good until/, /Overdue since/],
  [/Set Account - Red Account\? in Vitally/, /Account - Red Account\? is set/],
  [/Clear the churn date/, /Be in touch/],
  [/Set what is not known yet.*renewal date/, /Renews in|The contract ended/],
]

describe("over random accounts", () => {
  it("no step contradicts another's", () => {
    fc.assert(
      fc.property(randomAccount, preset, (facts, name) => {
        const { actions } = assess(facts, policies[name], clock)
        const all = actions.map(said).join("\n")
        for (const [one, other] of opposites)
          expect(one.test(all) && other.test(all), `${one} beside ${other}:\n${all}`).toBe(false)
        const project = actions.filter(({ playbook }) => playbook !== null).map(({ playbook }) => playbook)
        expect(new Set(project).size, "a project is offered once").toBe(project.length)
        if (/don't start a second one/.test(all))
          expect(actions.find(({ id }) => id === "low-mau-over-seats")?.playbook).toBeNull()
      }),
      { numRuns: 400 },
    )
  })

  it("steps fit the customer", () => {
    fc.assert(
      fc.property(randomAccount, preset, (facts, name) => {
        const { actions, health } = assess(facts, policies[name], clock)
        const all = actions.map(said).join("\n")
        if (facts.traits.versionsBehind?.value === 0) {
          expect(all).not.toMatch(/upgrad|releases? they are behind|since their version/i)
          const fixes = health.categories.flatMap(({ traits }) => traits.flatMap(({ howToFix }) => howToFix))
          expect(fixes.join(" ")).not.toMatch(/upgrad/i)
        }
        if (facts.churnedOn && facts.churnedOn.value <= today) {
          const texts = JSON.stringify(health)
          expect(texts).not.toMatch(/would make|would add|Green starts|makes this green/)
          expect(health.smallestFix).toBeNull()
        }
        expect(all).not.toMatch(/ask whoever set it/i)
        const start = facts.productionReadyOn ?? facts.contractStartOn ?? facts.closeOn
        if (start && start.value <= today && start.value > addDays(today, -45))
          expect(actions.map(({ id }) => id)).not.toContain("low-mau-over-seats")
      }),
      { numRuns: 400 },
    )
  })

  it("one duty has one date, wherever it is told", () => {
    fc.assert(
      fc.property(randomAccount, preset, (facts, name) => {
        const { actions, cadences, contact, tier, plan } = assess(facts, policies[name], clock)
        const due = (id: string) => actions.find((action) => action.id === id)?.dueOn
        for (const id of ["overdue-contact", "contact-due-soon"]) {
          const found = due(id)
          if (found !== undefined) expect(found).toBe(contact.dueOn)
        }
        const byKey = (key: string) => [...cadences, ...tier.owed].filter((one) => one.key === key)
        for (const one of byKey("success-plan"))
          if (due("success-plan") !== undefined) expect(due("success-plan")).toBe(one.nextOn)
        for (const one of byKey("check-in"))
          if (contact.dueOn !== null && one.nextOn !== undefined && contact.status !== "exempt")
            expect(one.nextOn <= contact.dueOn).toBe(true)
        for (const step of plan?.steps ?? []) {
          const found = step.actionId === null ? undefined : due(step.actionId)
          if (found && step.dueOn !== null) expect(step.dueOn, step.id).toBe(found)
        }
        const goals = actions.filter(({ id }) => id === "new-customer" || id === "adoption-goal")
        expect(goals.length).toBeLessThan(2)
      }),
      { numRuns: 400 },
    )
  })

  it("who pays always has a next step, or a day until which all is good", () => {
    fc.assert(
      fc.property(randomAccount, preset, (facts, name) => {
        fc.pre(
          (facts.arr?.value ?? 0) > 0 && (facts.churnedOn === undefined || facts.churnedOn.value > today),
        )
        const next = nextFor(assess(facts, policies[name], clock), facts)
        if (next.kind === "none") expect(next.until).not.toBeNull()
      }),
      { numRuns: 400 },
    )
  })
})
