import fc from "fast-check"
import { describe, expect, it } from "vitest"

import { account, clock } from "~test/unit/domain/account"
import { assess } from "../assess/assess"
import { addDays } from "../calendar"
import type { Policy } from "../policy/policy"
import { planNames, planOf, planProject, planUpdate } from "./plan"
import { defaultPolicy } from "../policy/presets"

const day = (days: number) => addDays(clock.today, days)
const plan = (loose: Record<string, unknown>, policy: Policy = defaultPolicy) =>
  planOf(account(loose), policy, clock)
const project = { id: "p1", name: "Success plan Q4", startedOn: day(-30), updatedOn: day(-3) }
const goal = (name: string, more: Record<string, unknown> = {}) => ({
  id: name,
  name,
  projectIds: ["p1"],
  ...more,
})
const done = (name: string, days: number) =>
  goal(name, { completedAt: `${day(days)}T09:00:00Z`, dueOn: day(days) })

describe("how far the success plan is", () => {
  it("counts the tasks of its project, and names what is next with its date", () => {
    const tasks = [
      done("a", -20),
      goal("next month", { dueOn: day(30), assignedToName: "Tom Reyes" }),
      goal("some day"),
      done("b", -2),
      goal("soon", { dueOn: day(3) }),
      { id: "other", name: "Not of the plan", dueOn: day(-9) },
      { id: "elsewhere", name: "Of another project", projectIds: ["p2"], dueOn: day(-9) },
    ]
    const result = plan({ projects: [project], tasks })
    expect(result).toMatchObject({ done: 2, overdue: 0, next: { name: "soon" } })
    expect(result?.text).toBe("2 of 5 goals done. Next: soon, due Wed 25 Nov.")
    // Open ones by due date, undated last; then done ones, newest first.
    expect(result?.goals.map(({ name }) => name)).toEqual(["soon", "next month", "some day", "b", "a"])
    expect(result?.goals[1]).toMatchObject({ who: "Tom Reyes", source: "file", done: false })
    expect(result?.goals[3]).toMatchObject({ done: true, doneOn: day(-2) })
  })

  it.each([
    ["due yesterday", -1, true, "0 of 1 goal done, 1 overdue. Next: it, was due Sat 21 Nov."],
    ["due today", 0, false, "0 of 1 goal done. Next: it, due Sun 22 Nov."],
  ])("a goal %s", (_, days, overdue, text) => {
    const result = plan({ projects: [project], tasks: [goal("it", { dueOn: day(days) })] })
    expect(result).toMatchObject({ overdue: Number(overdue), goals: [{ overdue }], text })
  })

  it("says that all are done, also of a plan that is completed itself", () => {
    expect(plan({ projects: [project], tasks: [done("a", -9), done("b", -2)] })?.text).toBe(
      "Both goals are done.",
    )
    expect(plan({ projects: [project], tasks: [done("a", -9)] })?.text).toBe("The only goal is done.")
    const closed = { ...project, completedOn: day(-2) }
    expect(plan({ projects: [closed], tasks: [done("a", -9), goal("left")] })?.text).toBe(
      "The plan was completed on 20 Nov. 1 of 2 goals done. Next: left, no due date.",
    )
  })

  it.each([
    [
      "a link, no such project",
      { planUrl: "https://docs.example/1", projects: [] },
      'No data on goals: Vitally holds no project named "Success plan" for this customer.',
    ],
    [
      "a link, projects not read",
      { planUrl: "https://docs.example/1" },
      "No data on goals yet: this customer's projects have not been read.",
    ],
    [
      "a project without tasks",
      { projects: [project], tasks: [] },
      'No data on goals: the project "Success plan Q4" holds no tasks.',
    ],
    [
      "a project, tasks not read",
      { projects: [project] },
      "No data on goals yet: this customer's tasks have not been read.",
    ],
  ])("says what is not known: %s", (_, loose, text) => {
    expect(plan(loose)).toMatchObject({ goals: [], done: 0, next: null, text })
  })

  it("is null where nothing tells of a plan", () => {
    expect(plan({})).toBeNull()
    expect(plan({ projects: [{ id: "x", name: "Renewal Playbook" }], tasks: [] })).toBeNull()
  })
})

describe("which project is the plan", () => {
  const chosen = (projects: object[], policy: Policy = defaultPolicy) =>
    planProject(account({ projects }), policy)?.id

  it("goes by the policy's name for it, in the project's name or its template's", () => {
    expect(chosen([{ id: "a", name: "SUCCESS PLAN 2027" }])).toBe("a")
    expect(chosen([{ id: "a", name: "Where we want to be", templateName: "Success plan" }])).toBe("a")
    expect(chosen([{ id: "a", name: "Get Well project" }])).toBeUndefined()
    const renamed = structuredClone(defaultPolicy)
    renamed.names.successPlan = "Value roadmap"
    expect(chosen([{ id: "a", name: "Value roadmap H1" }], renamed)).toBe("a")
    // What proves the plan's rhythm is a plan too; a team that empties both has none.
    expect(planNames(renamed)).toEqual(["value roadmap", "success plan"])
    renamed.names.successPlan = " "
    renamed.cadences = []
    expect(chosen([{ id: "a", name: "Success plan" }], renamed)).toBeUndefined()
  })

  it("is the one under way, begun last; else the one completed last; never an archived one", () => {
    const old = { id: "old", name: "Success plan", startedOn: day(-200) }
    const open = { id: "open", name: "Success plan", startedOn: day(-40) }
    const closed = { id: "closed", name: "Success plan", startedOn: day(-10), completedOn: day(-1) }
    const closedBefore = { id: "before", name: "Success plan", startedOn: day(-90), completedOn: day(-50) }
    const archived = { id: "archived", name: "Success plan", startedOn: day(-1), archived: true }
    expect(chosen([old, closed, open, archived])).toBe("open")
    expect(chosen([closedBefore, closed, archived])).toBe("closed")
    expect(chosen([archived])).toBeUndefined()
  })
})

describe("when the plan was last updated", () => {
  const updated = (loose: Record<string, unknown>) => planUpdate(account(loose), defaultPolicy, clock)

  it.each([
    [
      "the date kept for it",
      { planUpdatedOn: day(-5), projects: [{ ...project, updatedOn: day(-6) }] },
      day(-5),
    ],
    ["the project, where that is newer", { planUpdatedOn: day(-5), projects: [project] }, day(-3)],
    ["the project alone", { projects: [project] }, day(-3)],
    ["not a day to come", { planUpdatedOn: day(5), projects: [{ ...project, updatedOn: day(2) }] }, day(-30)],
    ["nothing", { projects: [] }, undefined],
  ])("takes %s", (_, loose, on) => {
    expect(updated(loose)?.value).toBe(on)
  })

  it("says which project told", () => {
    expect(updated({ projects: [project] })).toMatchObject({
      source: "vitally",
      field: 'project "Success plan Q4"',
    })
  })

  it("counts as the plan owed this quarter", () => {
    const owed = assess(account({ arr: 900_000, employees: 10, projects: [project] }), defaultPolicy, clock)
      .tier.owed
    expect(owed.find(({ key }) => key === "success-plan")).toMatchObject({
      lastOn: day(-3),
      nextOn: "2027-04-30",
    })
  })
})

it("keeps its counts, whatever the order of projects and tasks", () => {
  const task = fc.record({
    id: fc.uuid(),
    name: fc.constantFrom("a", "b", "c"),
    dueOn: fc.option(fc.integer({ min: -40, max: 40 }).map(day), { nil: undefined }),
    completedAt: fc.option(
      fc.integer({ min: -40, max: 0 }).map((days) => `${day(days)}T09:00:00Z`),
      { nil: undefined },
    ),
    projectIds: fc.constantFrom<string[]>(["p1"], ["p2"], [], ["p2", "p1"]),
  })
  fc.assert(
    fc.property(fc.array(task, { maxLength: 8 }), (tasks) => {
      const other = { ...project, id: "p2", startedOn: day(-31) }
      const one = plan({ projects: [project, other], tasks })
      const turned = plan({ projects: [other, project], tasks: [...tasks].reverse() })
      const mine = tasks.filter(({ projectIds }) => projectIds.includes("p1"))
      expect(one?.goals).toHaveLength(mine.length)
      expect(one?.done).toBe(mine.filter(({ completedAt }) => completedAt !== undefined).length)
      expect(turned?.text.replace(/Next: ., /, "")).toBe(one?.text.replace(/Next: ., /, ""))
    }),
    { numRuns: 100 },
  )
})
