import { describe, expect, it } from "vitest"

import { account, clock, green, red, vector } from "~test/unit/domain/account"
import { assess } from "../assess/assess"
import { addDays } from "../calendar"
import { defaultPolicy } from "../policy/presets"

const day = (days: number) => addDays(clock.today, days)
const MAIL = { channel: "email", direction: "outbound", automatic: false, source: "vitally" }
const keys = (loose: Record<string, unknown>) =>
  assess(account(loose), defaultPolicy, clock).risks.map((risk) => risk.key)

describe("risks with data behind them, both sides", () => {
  it.each<[string, Record<string, unknown>, boolean]>([
    ["score-at-or-below-5", { vitallyHealth: 5 }, true],
    ["score-at-or-below-5", { vitallyHealth: 5.1 }, false],
    ["score-at-or-below-5", {}, false],
    ["silent-40-days", { touches: [{ ...MAIL, at: day(-40) }] }, true],
    ["silent-40-days", { touches: [{ ...MAIL, at: day(-39) }] }, false],
    ["silent-40-days", { touches: [], contractStartOn: day(-40) }, true],
    ["silent-40-days", { contractStartOn: day(-400) }, false],
    ["no-production-60-days", { contractStartOn: day(-60) }, true],
    ["no-production-60-days", { contractStartOn: day(-59) }, false],
    ["no-production-60-days", { contractStartOn: day(-60), productionReadyOn: day(-1) }, false],
    ["no-production-60-days", { contractStartOn: day(-60), productionReadyOn: day(1) }, true],
    ["no-production-60-days", { contractStartOn: day(-60), monthlyActiveUsers: 5 }, false],
    ["no-production-60-days", { contractStartOn: day(-366) }, false],
    ["no-production-60-days", { contractStartOn: day(-366), productionReadyOn: day(9) }, true],
    ["churn-retro", { churnedOn: day(-1), arr: 150_001 }, true],
    ["churn-retro", { churnedOn: day(-1), arr: 150_000 }, false],
    ["renewal-unhealthy", { renewalOn: day(180), traits: vector }, true],
    ["renewal-unhealthy", { renewalOn: day(181), traits: vector }, false],
    ["renewal-unhealthy", { renewalOn: day(180), traits: green }, false],
    ["renewal-ended", { renewalOn: day(-1) }, true],
    ["renewal-ended", { renewalOn: day(0) }, false],
    ["no-champion", { traits: { activeChampion: false } }, true],
    ["no-champion", {}, false],
    ["no-buyer-access", { traits: { accessToBuyer: false } }, true],
    ["red-account", { redAccount: "Yes" }, true],
    ["red-account", { redAccount: "No" }, false],
    ["lighthouse", { lighthouse: true }, true],
    [
      "champion-without-contact",
      { traits: { activeChampion: true }, contacts: [{ name: "A", roles: ["End User"] }] },
      true,
    ],
    [
      "champion-without-contact",
      { traits: { activeChampion: true }, contacts: [{ name: "A", roles: ["champion"] }] },
      false,
    ],
    ["champion-without-contact", { traits: { activeChampion: true } }, false],
    ["buyer-without-contact", { traits: { accessToBuyer: true }, contacts: [] }, true],
    ["buyer-without-contact", { traits: { accessToBuyer: false }, contacts: [] }, false],
    ["contact-role-gaps", { contacts: [] }, true],
    ["contact-role-gaps", {}, false],
    [
      "contact-role-gaps",
      { contacts: [{ name: "A", roles: ["Champion", "Economic Buyer", "Instance Admin"] }] },
      false,
    ],
  ])("%s for %j: %s", (key, loose, applies) => {
    expect(keys(loose).includes(key)).toBe(applies)
  })

  it("names the roles that are missing for the team", () => {
    const loose = { employees: 1, arr: 1, contacts: [{ name: "A", roles: ["Champion"] }] }
    const gap = assess(account(loose), defaultPolicy, clock).risks.find(
      (risk) => risk.key === "contact-role-gaps",
    )
    expect(gap?.why).toBe("No contact has the role Instance Admin or Program Contact.")
  })

  it("leaves only churn's own flags to a churned customer", () => {
    expect(keys({ churnedOn: day(-1), arr: 200_000, traits: red, renewalOn: day(5), touches: [] })).toEqual([
      "churn-retro",
    ])
  })
})
