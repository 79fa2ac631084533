import { describe, expect, it } from "vitest"

import type { Band } from "../assessment"
import { account, clock } from "~test/unit/domain/account"
import { addDays } from "../calendar"
import { chooseFacts } from "../candidates/choose-facts"
import { add, emptyPool } from "../candidates/pool"
import { defaultPolicy, teams2024 } from "../policy/presets"
import type { Policy } from "../policy/policy"
import { explainRenewal, renewalCore } from "./renewal"

function renewal(
  days: number | null,
  band: Band = "concerning",
  {
    policy = defaultPolicy,
    team = "Named TA",
    more = {},
  }: { policy?: Policy; team?: string; more?: object } = {},
) {
  const facts = account({ ...(days === null ? {} : { renewalOn: addDays(clock.today, days) }), ...more })
  return explainRenewal(facts, policy, clock, renewalCore(facts, policy.renewal, clock), band, team)
}

const ids = (...given: Parameters<typeof renewal>) => renewal(...given).steps.map((step) => step.id)

describe("windows of section 7", () => {
  it.each([
    [181, "later"],
    [180, "early"],
    [121, "early"],
    [120, "formal"],
    [1, "formal"],
    [0, "formal"],
    [-1, "ended"],
    [null, "none"],
  ])("%s days out is %s", (days, phase) => {
    expect(renewal(days)).toMatchObject({ phase, daysOut: days })
  })

  it("asks at 180 for the Health Assessment, and yellow or red also for Get Well and the meeting", () => {
    expect(ids(150, "healthy")).toEqual(["health-assessment"])
    expect(ids(150, "unknown")).toEqual(["health-assessment"])
    expect(ids(150, "concerning")).toEqual(["health-assessment", "get-well", "yellow-red-meeting"])
    expect(ids(150, "poor")).toEqual(["health-assessment", "get-well", "yellow-red-meeting"])
  })

  it("asks at 120 for the joint assessment, by colour", () => {
    expect(ids(100, "healthy")).toEqual(["joint-assessment", "monitor"])
    expect(ids(100, "poor")).toContain("lighthouse")
    expect(ids(100, "concerning")).not.toContain("lighthouse")
    expect(ids(100, "concerning")).toEqual(expect.arrayContaining(["weekly-progress", "ae-forecast"]))
  })

  it("is an early warning in teams-2024, with a save plan at 120", () => {
    const options = { policy: teams2024, team: "Enterprise" }
    expect(ids(150, "concerning", options)).toEqual(["early-warning"])
    expect(ids(100, "concerning", options)).toContain("save-plan")
    expect(ids(100, "concerning", options)).not.toContain("get-well")
    expect(ids(100, "healthy", { policy: teams2024, team: "Digital" })[0]).toBe("ae-leads")
  })

  it("asks for the licence at the end", () => {
    expect(ids(31, "healthy")).not.toContain("licence")
    expect(ids(30, "healthy")).toContain("licence")
    expect(ids(-3, "healthy")).toContain("licence")
  })

  it("skips what is done", () => {
    const done = { more: { projects: [{ name: "Health Assessment Project", completedOn: "2026-11-01" }] } }
    expect(renewal(150, "concerning", done).nextStep).toContain("Get Well project")
  })

  it("says how many days", () => {
    expect(renewal(110).why).toBe("Renews in 110 days, 12 Mar 2027; yellow.")
    expect(renewal(-12).why).toBe("The contract ended 12 days ago, 10 Nov.")
    expect(renewal(0).why).toContain("Renews today")
    expect(renewal(110)).toMatchObject({ earlyOn: "2026-09-13", formalOn: "2026-11-12" })
  })
})

describe("where the date comes from", () => {
  it("takes the renewal opportunity's close date where no contract end is known", () => {
    const more = {
      openOpportunities: [
        { kind: "renewal", closeOn: "2027-01-01" },
        { kind: "expansion", closeOn: "2026-12-01" },
      ],
    }
    expect(renewal(null, "healthy", { more }).on).toBe("2027-01-01")
    expect(renewal(5, "healthy", { more }).daysOut).toBe(5)
  })

  it("says where the systems disagree", () => {
    const facts = account({})
    const pool = emptyPool()
    const contract = { system: "salesforce", object: "contract", field: "Contract.EndDate" } as const
    add(pool, "renewalOn", { ...contract, record: "C-7", value: "2027-03-12" })
    const field = { system: "vitally", object: "account", field: "nextRenewalDate" } as const
    add(pool, "renewalOn", { ...field, value: "2027-03-31" })
    const official = { renewalOn: "salesforce" } as const
    chooseFacts(facts, pool, { today: clock.today, official, isTier: () => false })
    const core = renewalCore(facts, defaultPolicy.renewal, clock)
    expect(explainRenewal(facts, defaultPolicy, clock, core, "healthy", null).conflict).toBe(
      "Vitally (nextRenewalDate) says 31 Mar 2027; 12 Mar 2027 from Salesforce's contract C-7 is used: the policy takes Salesforce for this.",
    )
  })
})
