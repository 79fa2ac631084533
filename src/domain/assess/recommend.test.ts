import { describe, expect, it } from "vitest"

import { account, clock, green, red, vector } from "~test/unit/domain/account"
import { assess } from "./assess"
import type { Action } from "../assessment"
import { addDays } from "../calendar"
import { defaultPolicy, teams2024 } from "../policy/presets"
import type { Policy } from "../policy/policy"
import { LADDER } from "./recommend"
import { recommendations } from "../recommendations"

const day = (days: number) => addDays(clock.today, days)
const MAIL = { channel: "email", direction: "outbound", automatic: false, source: "vitally" }
const IN_TOUCH = { touches: [{ ...MAIL, at: clock.today }] }

function actions(loose: Record<string, unknown>, policy: Policy = defaultPolicy): Action[] {
  return assess(account({ ...IN_TOUCH, ...loose }), policy, clock).actions
}

const ids = (loose: Record<string, unknown>, policy?: Policy) =>
  actions(loose, policy).map((action) => action.id)
const everyId = (loose: Record<string, unknown>, policy?: Policy) =>
  actions(loose, policy).flatMap((action) => [action.id, ...action.mergedIds])

function action(id: string, loose: Record<string, unknown>, policy?: Policy): Action {
  const found = actions(loose, policy).find((candidate) => candidate.id === id)
  if (!found) throw new Error(`${id} is not among ${ids(loose, policy).join(", ")}`)
  return found
}

/** Small, and old enough for every rule that needs tenure. */
const SCALED = { employees: 10, arr: 10 }

it("leads to the customer's own dashboard by the policy's template", () => {
  const usageDashboard = "https://looker.example.com/12?Account={accountName}"
  const policy = { ...defaultPolicy, links: { ...defaultPolicy.links, usageDashboard } }
  const { links, rule } = action(
    "low-dau-over-mau",
    { name: "Globex & Co", traits: { dauOverMau: 0.1 } },
    policy,
  )
  expect(links).toEqual([
    { label: "Usage dashboard", url: "https://looker.example.com/12?Account=Globex%20%26%20Co" },
  ])
  expect(rule).toMatch(/30%/)
})

describe("each scenario, both sides of its border", () => {
  it.each<[string, Record<string, unknown>, boolean, Policy?]>([
    ["new-customer", { contractStartOn: day(-59) }, true],
    ["new-customer", { contractStartOn: day(-60) }, false],
    ["new-customer", { closeOn: day(0) }, true],
    ["hand-off", { closeOn: day(35) }, true],
    ["hand-off", { closeOn: day(36) }, false],
    ["hand-off", { closeOn: day(0) }, false],
    ["low-mau-over-seats", { contractStartOn: day(-45), traits: { mauOverSeats: 0.79 } }, true],
    ["low-mau-over-seats", { contractStartOn: day(-44), traits: { mauOverSeats: 0.79 } }, false],
    ["low-mau-over-seats", { contractStartOn: day(-45), traits: { mauOverSeats: 0.8 } }, false],
    ["low-mau-over-seats", { traits: { mauOverSeats: 0.5 } }, true],
    [
      "low-mau-over-seats",
      { contractStartOn: day(-300), productionReadyOn: day(-44), traits: { mauOverSeats: 0.2 } },
      false,
    ],
    ["low-mau-over-seats", { contractStartOn: day(-300), telemetry: "none" }, false],
    ["low-dau-over-mau", { traits: { dauOverMau: 0.29 } }, true],
    ["low-dau-over-mau", { traits: { dauOverMau: 0.3 } }, false],
    ["renewal-180-assessment", { renewalOn: day(181) }, false],
    ["renewal-180-assessment", { renewalOn: day(180) }, true],
    ["renewal-180-assessment", { renewalOn: day(121) }, true],
    ["renewal-180-assessment", { renewalOn: day(120) }, false],
    ["renewal-180-assessment", { renewalOn: day(180) }, false, teams2024],
    ["renewal-180-unhealthy", { renewalOn: day(180), traits: vector }, true],
    ["renewal-180-unhealthy", { renewalOn: day(181), traits: vector }, false],
    ["renewal-180-unhealthy", { renewalOn: day(180), traits: green }, false],
    ["renewal-180-unhealthy", { renewalOn: day(100), traits: red }, true],
    ["renewal-180-unhealthy", { renewalOn: day(-1), traits: red }, false],
    ["renewal-180-unhealthy", { renewalOn: day(180) }, false],
    ["renewal-assessment-120", { renewalOn: day(120) }, true],
    ["renewal-assessment-120", { renewalOn: day(121) }, false],
    ["renewal-assessment-120", { renewalOn: day(0) }, true],
    ["renewal-assessment-120", { renewalOn: day(-1) }, false],
    ["renewal-licence", { renewalOn: day(30) }, true],
    ["renewal-licence", { renewalOn: day(31) }, false],
    ["renewal-licence", { renewalOn: day(-30) }, true],
    ["renewal-licence", { renewalOn: day(-31) }, false],
    ["low-score", { traits: vector }, true],
    ["low-score", { traits: green }, false],
    ["low-score", { traits: red }, true],
    ["low-score", { traits: red, vitallyHealth: 8 }, false],
    ["low-score", {}, false],
    ["low-sentiment", { traits: { sentiment: "Concerning" } }, true],
    ["low-sentiment", { traits: { sentiment: "Healthy" } }, false],
    ["versions-behind", { traits: { versionsBehind: 3 } }, true],
    ["versions-behind", { traits: { versionsBehind: 2 } }, false],
    ["precise-intel-off", { traits: { preciseIntel: false } }, true],
    ["precise-intel-off", { traits: { preciseIntel: true } }, false],
    ["many-tickets", { traits: { defectTickets90d: 2 } }, true],
    ["many-tickets", { traits: { defectTickets90d: 1, helpTickets90d: 9 } }, false],
    ["many-tickets", { traits: { helpTickets90d: 10 } }, true],
    ["no-champion", { traits: { activeChampion: false } }, true],
    ["no-champion", { traits: { activeChampion: true } }, false],
    ["no-champion", {}, false],
    ["no-buyer-access", { traits: { accessToBuyer: false } }, true],
    ["no-buyer-access", {}, false],
    ["overdue-contact", { touches: [{ ...MAIL, at: day(-30) }] }, true],
    ["overdue-contact", { touches: [{ ...MAIL, at: day(-29) }] }, false],
    ["contact-due-soon", { touches: [{ ...MAIL, at: day(-25) }] }, true],
    ["contact-due-soon", { touches: [{ ...MAIL, at: day(-24) }] }, false],
    ["contact-due-soon", { touches: [{ ...MAIL, at: day(-30) }] }, false],
    [
      "unanswered-customer",
      { touches: [{ ...MAIL, direction: "inbound", at: "2026-11-22T10:00:00Z" }] },
      true,
    ],
    ["unanswered-customer", {}, false],
    ["lighthouse-entry", { renewalOn: day(120), traits: red }, true],
    ["lighthouse-entry", { renewalOn: day(121), traits: red }, false],
    ["lighthouse-entry", { renewalOn: day(120), traits: vector }, false],
    ["lighthouse-entry", { renewalOn: day(120), traits: red, lighthouse: true }, false],
    [
      "lighthouse-entry",
      { renewalOn: day(180), traits: vector, developers: 200, arr: 200_000 },
      true,
      teams2024,
    ],
    ["lighthouse-update", { lighthouse: "Yes", traits: red }, true],
    ["lighthouse-update", { lighthouse: "Yes", traits: green }, false],
    ["lighthouse-exit", { lighthouse: true, traits: green }, true],
    ["lighthouse-exit", { lighthouse: false, traits: green }, false],
    ["account-transition", { assignedOn: day(-30), contractStartOn: day(-400) }, true],
    ["account-transition", { assignedOn: day(-31), contractStartOn: day(-400) }, false],
    ["account-transition", { assignedOn: day(-20), contractStartOn: day(-40) }, false],
    ["account-transition", { assignedOn: day(-20), contractStartOn: day(-40), previousOwner: "Ada" }, true],
    ["churn-retro", { churnedOn: day(-5), arr: 150_001 }, true],
    ["churn-retro", { churnedOn: day(-5), arr: 150_000 }, false],
    ["churn-retro", { churnedOn: day(5), arr: 900_000 }, false],
    ["churn-retro", { churnedOn: day(-181), arr: 900_000 }, false],
    ["churn-close-out", { churnedOn: day(-5), ...SCALED }, true],
    ["churn-close-out", { churnedOn: day(-5), arr: 900_000 }, false],
    ["success-plan", { arr: 900_000, planUpdatedOn: "2026-04-29" }, true],
    ["success-plan", { arr: 900_000, planUpdatedOn: "2026-10-30" }, false],
    ["success-plan", { arr: 900_000 }, false],
    ["digital-touchpoint", { ...SCALED, contractStartOn: day(-23) }, true],
    ["digital-touchpoint", { ...SCALED, contractStartOn: day(-22) }, false],
    ["digital-touchpoint", { ...SCALED, contractStartOn: day(-44) }, true],
    ["digital-touchpoint", { ...SCALED, contractStartOn: day(-45) }, false],
    ["digital-touchpoint", { arr: 900_000, contractStartOn: day(-30) }, false],
    ["expansion", { traits: { mauOverSeats: 0.9 } }, true],
    ["settle-renewal", { renewalOn: day(-31) }, true],
    ["settle-renewal", { renewalOn: day(-30) }, false],
    ["settle-renewal", { renewalOn: day(-31), churnedOn: day(-30) }, false],
    ["expansion", { traits: { mauOverSeats: 0.899 } }, false],
    ["expansion", { unlimitedSeats: true, traits: { mauOverSeats: 0.95 } }, false],
    [
      "stale-traits",
      { traits: { activeChampion: true }, manualTraitsSetOn: { activeChampion: day(-32) } },
      true,
    ],
    [
      "stale-traits",
      { traits: { activeChampion: true }, manualTraitsSetOn: { activeChampion: day(-31) } },
      false,
    ],
    ["stale-traits", { traits: { activeChampion: true } }, false],
    ["gmail-integration", { touches: [{ ...MAIL, channel: "zoom", at: day(-30) }] }, true],
    ["gmail-integration", { touches: [{ ...MAIL, channel: "zoom", at: day(-31) }] }, false],
    [
      "gmail-integration",
      {
        touches: [
          { ...MAIL, channel: "zoom", at: day(-2) },
          { ...MAIL, at: day(-30) },
        ],
      },
      false,
    ],
    [
      "gmail-integration",
      {
        touches: [
          { ...MAIL, channel: "zoom", at: day(-2) },
          { ...MAIL, at: day(-31) },
        ],
      },
      true,
    ],
  ])("%s for %j: %s", (id, loose, applies, policy) => {
    expect(everyId(loose, policy).includes(id)).toBe(applies)
  })

  it("covers every recommendation", () => {
    const all = recommendations.map((rule) => rule.id)
    expect(new Set(all).size).toBe(all.length)
    expect(all).toHaveLength(33)
  })
})

describe("why and steps", () => {
  it("says the state of the Get Well plan", () => {
    const got = action("renewal-180-unhealthy", {
      renewalOn: day(110),
      traits: vector,
      planUpdatedOn: day(-2),
      projects: [{ id: "p", name: "Get Well project", startedOn: day(-60), updatedOn: day(-13) }],
    })
    expect(got.why).toBe(
      "Renews in 110 days, yellow. The Get Well plan was last updated 13 days ago; it is due weekly.",
    )
    expect(got).toMatchObject({
      title: "Update the Get Well project",
      playbook: "Get Well project",
      dueOn: day(-6),
    })
    const without = action("renewal-180-unhealthy", { renewalOn: day(110), traits: vector })
    expect(without.title).toBe("Start the Get Well project")
  })

  it("never takes the success plan's date, or a finished project's, for another plan's", () => {
    const renewing = { renewalOn: day(110), traits: vector, planUpdatedOn: day(-81) }
    const done = { id: "p", name: "Get Well project", updatedOn: day(-3), completedOn: day(-3) }
    for (const projects of [[], [done], [{ ...done, archived: true }]]) {
      const got = action("renewal-180-unhealthy", { ...renewing, projects })
      expect(got).toMatchObject({ title: "Start the Get Well project", dueOn: day(-70) })
      expect(got.why).not.toContain("81")
    }
    const inLighthouse = { lighthouse: true, traits: vector, planUpdatedOn: day(-1) }
    const update = action("lighthouse-update", inLighthouse)
    expect(update).toMatchObject({ title: "Start the Account Save Plan", dueOn: null })
    expect(update.why).not.toContain("1 day ago")
  })

  it("says when the goal of the first weeks is due, and by how much it was missed", () => {
    const use = (mauOverSeats: number, ready: number) => ({
      closeOn: day(-71),
      contractStartOn: day(-71),
      productionReadyOn: day(-ready),
      traits: { mauOverSeats },
    })
    expect(action("adoption-goal", use(0.2, 25)).dueOn).toBe(day(20))
    expect(everyId(use(0.2, 25), defaultPolicy)).not.toContain("low-mau-over-seats")
    expect(everyId(use(0.86, 25), defaultPolicy)).not.toContain("adoption-goal")
    const missed = action("low-mau-over-seats", use(0.3, 46))
    expect(missed.why).toContain("within 45 days of production-ready was missed by 50 points")
    expect(action("low-mau-over-seats", use(0.3, 200)).why).not.toContain("missed")
  })

  it("dates a duty on the day it fell due, not on today", () => {
    expect(action("renewal-assessment-120", { renewalOn: day(40) }).dueOn).toBe(day(-80))
    expect(action("renewal-assessment-120", { renewalOn: day(120) }).dueOn).toBe(day(0))
    const red = { renewalOn: day(100), vitallyHealth: 2 }
    expect(action("lighthouse-entry", red).dueOn).toBe(day(-20))
  })

  it("names the project of the preset", () => {
    const loose = { traits: { mauOverSeats: 0.62 } }
    expect(action("low-mau-over-seats", loose).playbook).toBe("Customer Health - Low Utilization Project")
    expect(action("low-mau-over-seats", loose, teams2024).playbook).toBe("Customer Health - Decreased Usage")
    expect(action("hand-off", { closeOn: day(10) }).playbook).toBe("CE to TA Account Handoff Project")
    expect(action("new-customer", { closeOn: day(-10) }).playbook).toBe(
      "New Customer Onboarding and Enablement Project",
    )
  })

  it("checks the causes of low use first, by name", () => {
    const got = action("low-mau-over-seats", {
      traits: { ...green, mauOverSeats: 0.4, activeChampion: false },
    })
    expect(got.steps[0]).toEqual({ id: "causes", text: "Check the causes first; here: no champion." })
    expect(
      action("low-mau-over-seats", { traits: { ...green, mauOverSeats: 0.4 } }).steps[0]?.text,
    ).toContain("None of the known ones")
  })

  it("keeps one low-utilization plan and loses no step", () => {
    const got = action("low-mau-over-seats", { traits: { mauOverSeats: 0.4, dauOverMau: 0.1 } })
    expect(got.mergedIds).toEqual(["low-dau-over-mau"])
    expect(got.steps.map((step) => step.id)).toEqual(
      expect.arrayContaining(["plan-to-goal", "org-chart", "listen"]),
    )
    const both = action("low-mau-over-seats", { traits: red, renewalOn: day(150) })
    expect(both.steps.map((step) => step.id)).toContain("one-plan")
  })

  it("shows the context that was filled in", () => {
    const got = action("low-mau-over-seats", {
      traits: { mauOverSeats: 0.4 },
      lowUtilizationContext: "Layoffs",
    })
    expect(got.steps.find((step) => step.id === "context-field")?.text).toContain('"Layoffs"')
  })

  it("offers the red-account trait where it exists, else Lighthouse", () => {
    const first = (loose: Record<string, unknown>) =>
      action("no-champion", { ...loose, traits: { activeChampion: false } }).steps[0]?.id
    expect(first({})).toBe("lighthouse")
    expect(first({ redAccount: false })).toBe("red-account")
  })

  it("has all six Lighthouse steps and the hand-off's dates", () => {
    expect(action("lighthouse-entry", { traits: red, renewalOn: day(60) }).steps).toHaveLength(6)
    const texts = action("hand-off", { closeOn: "2026-12-07" }).steps.map((step) => step.text)
    expect(texts[0]).toContain("23 Oct")
    expect(texts[1]).toContain("2 Nov")
  })

  it("says where Support by Slack ends, to who wrote there", () => {
    const ask = (channel: string) =>
      action("unanswered-customer", { touches: [{ ...MAIL, channel, direction: "inbound", at: day(-1) }] })
    expect(ask("slack").steps.map(({ id }) => id)).toEqual(["answer", "own-it", "slack-support"])
    expect(ask("email").steps.map(({ id }) => id)).toEqual(["answer", "own-it"])
  })

  it("ranks a mail that Vitally sends by itself after what is ours to do", () => {
    const due = { ...SCALED, contractStartOn: day(-35), contacts: [{ name: "Ada", roles: ["Champion"] }] }
    const all = [{ name: "Ada", roles: ["Champion", "Program Contact", "Instance Admin"] }]
    expect(ids(due)[0]).toBe("digital-touchpoint")
    expect(ids({ ...due, contacts: all })).toEqual(["new-customer", "digital-touchpoint"])
  })

  it("counts the points of a merged part too", () => {
    const got = ids({
      traits: { ...green, versionsBehind: 3, preciseIntel: false, defectTickets90d: 5 },
    })
    expect(got.indexOf("versions-behind")).toBeLessThan(got.indexOf("many-tickets"))
  })

  it("warns of the contacts a mail would need", () => {
    const due = { ...SCALED, contractStartOn: day(-30), contacts: [{ name: "Ada", roles: ["Champion"] }] }
    expect(action("digital-touchpoint", due).why).toContain(
      "No contact has the role Program Contact or Instance Admin",
    )
    const all = [{ name: "Ada", roles: ["Champion", "Program Contact", "Instance Admin"] }]
    expect(action("digital-touchpoint", { ...due, contacts: all }).why).toMatch(/^Due: Check-in and survey/)
  })

  it("is complete for every rule: words, steps, source", () => {
    const loud = [
      {
        traits: red,
        renewalOn: day(150),
        planUpdatedOn: "2026-01-01",
        arr: 900_000,
        contractStartOn: day(-400),
      },
      { traits: red, renewalOn: day(20), lighthouse: true },
      { traits: { ...green, mauOverSeats: 1.2 }, lighthouse: true, closeOn: day(-3), ...SCALED },
      { churnedOn: day(-2), arr: 200_000, segment: "Mid-Market" },
      { closeOn: day(20) },
      { touches: [{ ...MAIL, at: day(-33), direction: "inbound" }], contractStartOn: day(-50) },
      {
        touches: [{ ...MAIL, at: day(-27), channel: "zoom" }],
        traits: { sentiment: "Poor" },
        manualTraitsSetOn: { sentiment: day(-90) },
      },
      { assignedOn: day(-1), previousOwner: "Ada", traits: { preciseIntel: false, dauOverMau: 0.1 } },
    ]
    const seen = new Set<string>()
    for (const got of loud.flatMap((loose) => actions(loose))) {
      seen.add(got.id)
      expect(got.why).toMatch(/\.$/)
      expect(got.why + got.title + got.steps.map((step) => step.text).join("")).not.toMatch(
        /undefined|NaN|null|\[object/,
      )
      expect(got.steps.length).toBeGreaterThan(0)
      expect(new Set(got.steps.map((step) => step.id)).size).toBe(got.steps.length)
      for (const link of got.links) expect(link.url).toMatch(/^https:\/\//)
    }
    expect(seen.size).toBeGreaterThan(20)
    for (const rule of recommendations) expect(rule.rule(defaultPolicy).length).toBeGreaterThan(10)
  })
})

describe("material for a contact (section 13)", () => {
  const overdue = { touches: [{ ...MAIL, at: day(-40) }] }
  const withLibrary = (...library: Policy["library"]): Policy => ({ ...defaultPolicy, library })
  const step = (loose: Record<string, unknown>, policy?: Policy) =>
    action("overdue-contact", { ...overdue, ...loose }, policy).steps[0]?.text

  it("asks for material rather than invent it", () => {
    expect(step({})).toContain("Nothing at hand")
  })

  it.each([
    [{ supportTickets: [{ subject: "Slow search" }] }, 'Bring news on their open ticket "Slow search".'],
    [{ openSupportTickets: 2 }, "Bring news on their 2 open support tickets."],
    [
      { renewalOn: day(100) },
      "Bring the renewal on 2 Mar 2027: what they have achieved since the last one, and what is next.",
    ],
    [
      { traits: { versionsBehind: 4 } },
      "Bring the improvements of the 4 releases they are behind, tied to their goals.",
    ],
    [
      { traits: { preciseIntel: false } },
      "Bring precise navigation, which is off: offer to turn it on for one language.",
    ],
  ])("takes the account's own facts: %j", (loose, text) => {
    expect(step(loose)).toBe(text)
  })

  it("chooses from the library by the account's facts, the newest of the best", () => {
    const release = {
      title: "5.9 notes",
      url: "https://example.com/59",
      date: "2026-11-01",
      tag: "release" as const,
    }
    const old = { ...release, title: "5.1 notes", date: "2026-02-01" }
    const upgrade = { title: "Upgrading", url: "https://example.com/up", versionsBelow: 3 }
    const feature = { title: "Precise", url: "https://example.com/p", features: ["precise-intel"] }
    const policy = withLibrary(old, release, upgrade, feature)
    expect(step({}, policy)).toContain("5.9 notes")
    expect(step({ traits: { versionsBehind: 2 } }, policy)).toContain("5.9 notes")
    expect(step({ traits: { versionsBehind: 3 } }, policy)).toContain("Upgrading")
    expect(step({ traits: { preciseIntel: false } }, policy)).toContain("Precise")
    expect(step({ openSupportTickets: 1 }, withLibrary(feature))).toContain("open support ticket")
  })

  it("offers what is out, and what is about nothing in particular only where nothing else is at hand", () => {
    const url = "https://example.com/x"
    const ahead = { title: "Next release", url, date: day(1), tag: "release" as const }
    const slides = { title: "Slides", url, tag: "collateral" as const }
    expect(step({}, withLibrary(ahead))).toContain("Nothing at hand")
    expect(step({}, withLibrary({ ...ahead, date: clock.today }))).toContain("Next release")
    expect(step({}, withLibrary(ahead, slides))).toContain("Slides")
    expect(step({ openSupportTickets: 1 }, withLibrary(slides))).toContain("open support ticket")
  })
})

describe("order", () => {
  it("follows the ladder, then lift", () => {
    const got = actions({
      traits: red,
      touches: [
        { ...MAIL, at: day(-50) },
        { ...MAIL, at: "2026-11-22T08:00:00Z", direction: "inbound" },
      ],
      renewalOn: day(150),
    })
    const rungs = got.map((one) => LADDER.indexOf(one.ladder))
    expect(rungs).toEqual([...rungs].sort((a, b) => a - b))
    expect(got[0]?.id).toBe("unanswered-customer")
    expect(got.map((one) => one.priority)).toEqual(got.map((_, index) => index + 1))
    const usage = got.filter((one) => one.ladder === "usage-technical").map((one) => one.id)
    expect(usage[0]).toBe("low-mau-over-seats")
    expect(usage.at(-1)).toBe("low-score")
  })

  it("shows one piece of housekeeping at most", () => {
    const got = actions({
      traits: { activeChampion: true },
      manualTraitsSetOn: { activeChampion: day(-60) },
      touches: [{ ...MAIL, channel: "zoom", at: day(-1) }],
    })
    expect(got.filter((one) => one.ladder === "housekeeping").map((one) => one.id)).toEqual(["stale-traits"])
  })

  it("asks nothing of a churned customer but what churn asks", () => {
    expect(ids({ churnedOn: day(-1), arr: 900_000, traits: red, renewalOn: day(10), touches: [] })).toEqual([
      "churn-retro",
      "settle-churn",
    ])
  })

  it("changes the fingerprint when the facts change", () => {
    const print = (loose: Record<string, unknown>) => action("no-champion", loose).fingerprint
    const base = { traits: { activeChampion: false } }
    expect(print(base)).toBe(print(base))
    expect(print(base)).not.toBe(print({ ...base, redAccount: true }))
  })
})
