import { describe, expect, it } from "vitest"

import { account, clock, vector } from "~test/unit/domain/account"
import { assess } from "../assess/assess"
import { clockAt } from "../calendar"
import type { Clock } from "../facts"
import { defaultPolicy, teams2024 } from "../policy/presets"
import type { Policy } from "../policy/policy"

const NAMED = { arr: 900_000, employees: 10 }

function cadence(
  key: string,
  loose: Record<string, unknown> = {},
  policy: Policy = defaultPolicy,
  at: Clock = clock,
) {
  return assess(account({ ...NAMED, ...loose }, at), policy, at).cadences.find((item) => item.key === key)
}

describe("rhythms by the fiscal calendar (section 4)", () => {
  it("a plan is owed each fiscal quarter, by its last working day", () => {
    expect(cadence("success-plan")).toMatchObject({ nextOn: "2027-01-29", overdue: false })
    expect(cadence("success-plan", { planUpdatedOn: "2026-11-01" })).toMatchObject({
      lastOn: "2026-11-01",
      nextOn: "2027-04-30",
    })
    expect(cadence("success-plan", { planUpdatedOn: "2026-10-31" })).toMatchObject({
      nextOn: "2027-01-29",
      overdue: false,
    })
    expect(cadence("success-plan", { planUpdatedOn: "2026-08-01" })).toMatchObject({ overdue: false })
    expect(cadence("success-plan", { planUpdatedOn: "2026-07-31" })).toMatchObject({ overdue: true })
  })

  it.each([
    ["2026-11-01T12:00:00Z", "2026-11-09"],
    ["2026-11-14T12:00:00Z", "2026-11-09"],
    ["2026-11-15T12:00:00Z", "2026-12-08"],
  ])("the MBR is in week 2 of the month: on %s next %s", (now, nextOn) => {
    expect(cadence("mbr", {}, defaultPolicy, clockAt(now, "UTC"))?.nextOn).toBe(nextOn)
  })

  it("the internal QBR is in week 1 of the fiscal quarter", () => {
    expect(cadence("internal-qbr", {}, defaultPolicy, clockAt("2026-11-03T12:00:00Z", "UTC"))?.nextOn).toBe(
      "2026-11-02",
    )
    expect(cadence("internal-qbr")?.nextOn).toBe("2027-02-01")
  })

  it("releases are told about the 5th", () => {
    expect(cadence("release-news", {}, defaultPolicy, clockAt("2026-11-02T12:00:00Z", "UTC"))?.nextOn).toBe(
      "2026-11-05",
    )
    expect(cadence("release-news")?.nextOn).toBe("2026-12-07")
  })

  it("nothing is owed to a customer who left, from that day on", () => {
    const items = (churnedOn: string) => {
      const { cadences, tier } = assess(account({ ...NAMED, churnedOn }), defaultPolicy, clock)
      return [cadences.length, tier.owed.length]
    }
    expect(items(clock.today)).toEqual([0, 0])
    expect(items("2026-11-23").every((count) => count > 0)).toBe(true)
  })

  it("the Yellow/Red meeting is for unhealthy renewals only", () => {
    expect(cadence("yellow-red-renewals", { traits: vector, renewalOn: "2027-03-12" })).toBeDefined()
    expect(cadence("yellow-red-renewals", { traits: vector })).toBeUndefined()
    expect(
      cadence("yellow-red-renewals", { traits: vector, renewalOn: "2027-03-12" }, teams2024),
    ).toBeUndefined()
  })

  it("check-ins run from the last contact", () => {
    const touches = [{ at: "2026-10-20", channel: "email", direction: "outbound" }]
    expect(cadence("check-in", { touches })).toMatchObject({
      lastOn: "2026-10-20",
      nextOn: "2026-11-18",
      overdue: true,
    })
    expect(cadence("check-in")).toMatchObject({ overdue: false, nextOn: "2026-11-27" })
  })

  it("a check-in that contact proves is due on the day that contact is", () => {
    const touches = [{ at: "2026-11-08", channel: "email", direction: "outbound" }]
    const { contact, cadences } = assess(account({ ...NAMED, touches }), defaultPolicy, clock)
    expect(cadences.find(({ key }) => key === "check-in")?.nextOn).toBe(contact.dueOn)
  })

  it("is proven by a completed project or task of that name", () => {
    const done = { tasks: [{ name: "Prepare CBR", completedAt: "2026-11-05T10:00:00Z" }] }
    expect(cadence("cbr", done)).toMatchObject({ lastOn: "2026-11-05", nextOn: "2027-04-30" })
    expect(
      cadence("cbr", { projects: [{ name: "Q4 business review", completedOn: "2026-11-06" }] })?.lastOn,
    ).toBe("2026-11-06")
  })

  it("starts for Digital at day 90", () => {
    const digital = (contractStartOn: string) =>
      cadence("usage-recap", { developers: 50, contractStartOn }, teams2024)?.nextOn
    expect(digital("2026-09-01")).toBe("2026-11-30")
    expect(digital("2026-01-01")).toBe("2026-12-01")
  })

  it("owes a tier its own rhythms", () => {
    const owed = (loose: Record<string, unknown>, policy: Policy) =>
      assess(account(loose), policy, clock).tier.owed.map((item) => item.key)
    expect(owed(NAMED, defaultPolicy)).toEqual(["check-in", "success-plan", "cbr"])
    expect(owed({ arr: 1, employees: 1 }, defaultPolicy)).toEqual(["check-in", "usage-recap"])
    expect(owed({ arr: 1, developers: 600 }, teams2024)).toEqual([
      "check-in",
      "success-plan",
      "cbr",
      "roadmap",
      "usage-recap",
    ])
    expect(owed({}, defaultPolicy)).toEqual([])
  })
})
