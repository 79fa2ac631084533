import { describe, expect, it } from "vitest"

import type { AccountSummary } from "../assessment"
import { coverageOf, coverageSteps } from "./coverage"

const absence = { from: "2026-12-21", until: "2027-01-03" }

function row(more: Partial<AccountSummary>): AccountSummary {
  return {
    id: "a",
    name: "A",
    tier: null,
    tierRank: null,
    team: null,
    stage: null,
    score: null,
    band: "unknown",
    ...more,
  }
}

describe("cover during an absence (section 8)", () => {
  it.each<[Partial<AccountSummary>, boolean]>([
    [{ renewalOn: "2026-12-20" }, false],
    [{ renewalOn: "2026-12-21" }, true],
    [{ renewalOn: "2027-01-03" }, true],
    [{ renewalOn: "2027-01-04" }, false],
    [{ lighthouse: true, band: "concerning" }, true],
    [{ lighthouse: true, band: "poor" }, true],
    [{ lighthouse: true, band: "healthy" }, false],
    [{ band: "poor" }, false],
    [{ slackActive: true }, true],
    [{ openSupportTickets: 1 }, true],
    [{ openSupportTickets: 0, slackActive: false }, false],
    [{ slackActive: true, churnedOn: "2026-12-01" }, false],
    [{}, false],
  ])("%j needs cover: %s", (more, needed) => {
    expect(coverageOf([row(more)], absence)).toHaveLength(needed ? 1 : 0)
  })

  it("lists every reason, renewals first", () => {
    const covers = coverageOf(
      [
        row({ id: "a", name: "A", slackActive: true }),
        row({ id: "z", name: "Z", renewalOn: "2026-12-24", openSupportTickets: 2 }),
      ],
      absence,
    )
    expect(covers.map((cover) => cover.name)).toEqual(["Z", "A"])
    expect(covers[0]?.why).toEqual([
      "The renewal date, 24 Dec, falls inside the absence.",
      "2 support tickets are open.",
    ])
  })

  it("keeps the handbook's six steps", () => {
    expect(coverageSteps(absence).map((step) => step.id)).toEqual([
      "log-pto",
      "agree-plan",
      "share",
      "move-syncs",
      "notify",
      "slack-status",
    ])
    expect(coverageSteps(absence, true)[4]?.text).toContain("autoresponder")
  })
})
