import { describe, expect, it } from "vitest"

import { account, clock, red } from "~test/unit/domain/account"

import { assess } from "../assess/assess"
import { defaultPolicy } from "../policy/presets"
import { planNotes } from "./plan-notes"

const noted = (...rows: Parameters<typeof planNotes>[0]) => planNotes(rows, defaultPolicy, clock.today)

describe("a plan's status in notes", () => {
  it("is known by its tag, or by a category named like the plan; the newest counts", () => {
    expect(
      noted(
        { on: "2026-11-10", tags: ["Account Lens note", "get-well"] },
        { on: "2026-11-17", noteCategory: "Get Well" },
        { on: "2026-11-12", noteCategory: "Success plan" },
      ),
    ).toEqual({ getWell: "2026-11-17", successPlan: "2026-11-12" })
  })

  it("is no other note's, and none of a day to come", () => {
    expect(
      noted(
        { on: "2026-11-10", noteCategory: "Call" },
        { on: "2026-11-10", noteCategory: "Project" },
        { on: "2026-11-10", noteCategory: "Customer Success" },
        { on: "2026-12-10", noteCategory: "Get Well" },
        { on: "2026-11-10" },
      ),
    ).toBeUndefined()
  })

  it("makes the plan as fresh as itself, and says nothing of another plan", () => {
    const facts = {
      ...account({ renewalOn: "2027-04-20", traits: red }),
      projects: [{ id: "p", name: "Get Well project", updatedOn: "2026-10-01" }],
    }
    const dueOn = (planNotes: object) =>
      assess({ ...facts, planNotes }, defaultPolicy, clock).actions.find(
        ({ id }) => id === "renewal-180-unhealthy",
      )?.dueOn
    expect(dueOn({})).toBe("2026-10-08")
    expect(dueOn({ getWell: "2026-11-20" })).toBe("2026-11-27")
    expect(dueOn({ successPlan: "2026-11-20" })).toBe("2026-10-08")
  })
})
