/** What a team may write into a facts file, and the whole answer it gets: read as a stranger would, sentence by sentence. */
import { describe, expect, it } from "vitest"

import { assess } from "~src/domain/assess/assess"
import { addDays, clockAt } from "~src/domain/calendar"
import type { Policy } from "~src/domain/policy/policy"
import { defaultPolicy, teams2024 } from "~src/domain/policy/presets"
import { importFacts } from "~src/schemas/facts"
import { clock, green, red, vector } from "./account"

const day = (days: number) => addDays(clock.today, days)

function answer(facts: object, policy: Policy = defaultPolicy, at = clock) {
  const read = importFacts(JSON.stringify(facts), policy, at)
  if (!read.ok) throw new Error(read.reason)
  return assess(read.facts, policy, at)
}

const traitOf = (facts: object, key: string) =>
  answer(facts)
    .health.categories.flatMap((category) => category.traits)
    .find((trait) => trait.key === key)
const actionOf = (facts: object, id: string, policy?: Policy) =>
  answer(facts, policy).actions.find((action) => action.id === id)

describe("the answer's shape (design, section 4)", () => {
  it("has every key, with data and without", () => {
    for (const facts of [{}, { name: "Acme", arr: 900_000, renewalOn: day(150), traits: vector }]) {
      const got = answer(facts)
      expect(Object.keys(got)).toEqual(
        expect.arrayContaining(["tier", "lifecycle", "health", "contact", "renewal", "risks", "actions"]),
      )
      expect(Object.keys(got.tier)).toEqual(expect.arrayContaining(["name", "team", "why", "conflict"]))
      expect(Object.keys(got.lifecycle).sort()).toEqual(["stage", "why"])
      expect(Object.keys(got.health)).toEqual(
        expect.arrayContaining(["score", "band", "official", "formula", "categories"]),
      )
      expect(got.health.categories.map(({ key, weight, traits }) => [key, weight, traits.length])).toEqual([
        ["sentiment", 0.05, 1],
        ["technical", 0.15, 4],
        ["relationships", 0.25, 3],
        ["utilization", 0.55, 2],
      ])
      for (const trait of got.health.categories.flatMap(({ traits }) => traits)) {
        expect(Object.keys(trait)).toEqual(
          expect.arrayContaining("key label value status points lift explanation stale".split(" ")),
        )
      }
      expect(Object.keys(got.contact)).toEqual(
        expect.arrayContaining("last daysSince status dueOn overdueOn why".split(" ")),
      )
      expect(Object.keys(got.renewal)).toEqual(expect.arrayContaining("on daysOut phase nextStep".split(" ")))
      for (const action of got.actions) {
        expect(Object.keys(action)).toEqual(
          expect.arrayContaining("id title why steps priority dueOn playbook links".split(" ")),
        )
        for (const step of action.steps) expect(Object.keys(step)).toEqual(["id", "text"])
      }
    }
  })
})

describe("what a facts file may hold", () => {
  it("wrapped, plain and raw values, mixed", () => {
    const plain = { name: "Acme", arr: 1_150_000, renewalOn: day(180), traits: vector }
    const mixed = {
      name: { value: "Acme", source: "vitally" },
      arr: { value: "$1,150,000", source: "salesforce", field: "ARR__c", at: "2026-11-20T00:00:00Z" },
      renewalOn: { value: `${day(180)}T00:00:00.000Z` },
      traits: {
        ...vector,
        sentiment: { value: "Concerning", source: "vitally" },
        "Relationship - Active Champion?": "Yes",
        activeChampion: undefined,
        accessToBuyer: "No",
        mauOverSeats: "62%",
        dauOverMau: { value: 25 },
        preciseIntel: "active",
        lastActivityDays: day(-20),
      },
    }
    const [a, b] = [answer(plain), answer(mixed)]
    expect(b.health.score).toBe(a.health.score)
    expect(b.tier.why).toEqual(["Strategic: $1.15m ARR ($1m or more)."])
    expect(b.actions.map(({ id, title, why }) => [id, title, why])).toEqual(
      a.actions.map(({ id, title, why }) => [id, title, why]),
    )
  })

  it.each([
    ["1.2m", 1_200_000],
    ["$1,150,000", 1_150_000],
    ["EUR 1.150.000,50", 1_150_000.5],
    ["420k", 420_000],
  ])("ARR %s", (arr, value) => {
    expect(answer({ arr }).renewal.arr?.value).toBe(value)
  })

  it.each([
    [
      {
        name: 42,
        arr: { a: 1 },
        employees: ["x"],
        renewalOn: true,
        traits: [1, 2],
        touches: "no",
        telemetry: 7,
      },
    ],
    [{ name: "", arr: "", employees: " ", renewalOn: "", traits: { sentiment: "", mauOverSeats: "n/a" } }],
    [
      {
        arr: null,
        traits: null,
        touches: null,
        contacts: { a: 1 },
        vitallyHealth: "abc",
        unheard: { of: 1 },
      },
    ],
    [{ __proto__: { arr: 5 }, constructor: 1, toString: 2, traits: { constructor: 3, hasOwnProperty: 4 } }],
  ])("nonsense is no data: %j", (facts) => {
    const got = answer(facts)
    expect(got).toMatchObject({
      tier: { name: null },
      health: { score: null, band: "unknown" },
      contact: { status: "unknown", unknownBecause: "no-source" },
      renewal: { phase: "none" },
    })
    // If nothing is known, at most what to fill in is said.
    expect(got.actions.filter(({ id }) => id !== "fill-in")).toEqual([])
  })

  it("leaves HTML as the text it is", () => {
    const got = answer({ name: "<b>Acme</b>", segment: "<i>Gold</i>", traits: { sentiment: "<b>Poor</b>" } })
    expect(got.name).toBe("<b>Acme</b>")
    expect(got.tier.why[0]).toBe('The CRM calls it "<i>Gold</i>", which is no tier of this scheme.')
    expect(got.health.band).toBe("unknown")
  })

  it("begins with a byte order mark as well as without", () => {
    expect(importFacts('\uFEFF{"name":"Acme"}', defaultPolicy, clock)).toMatchObject({ ok: true })
  })

  it("never reads the old Usage Score as DAU/MAU", () => {
    const old = answer({ traits: { "Usage Score": 62 } })
    expect(old.health).toMatchObject({ score: null, usageScore: { value: 62 } })
    expect(
      traitOf({ traits: { "Usage Score (Last 4 Wk DAU / Last Month MAU)": 62 } }, "dauOverMau")?.value,
    ).toBe(0.62)
  })
})

describe("one is singular, none is today", () => {
  it.each([
    [{ employees: 9_999 }, "1 more employee would make it Large Enterprise."],
    [{ employees: 9_998 }, "2 more employees would make it Large Enterprise."],
    [{ arr: 849_950 }, "$150.1k more ARR would make it Strategic."],
    [{ employees: 10, arr: 99_999 }, "$1 more ARR would make it Small Enterprise."],
  ])("%j: %s", (facts, text) => {
    expect(answer(facts).tier.nextBorder?.text).toBe(text)
  })

  it("in tiers, seats and days", () => {
    expect(answer({ employees: 1, arr: 1 }).tier.why).toEqual([
      "Mid-Market: 1 employee (less than 5,000) and $1 ARR (less than $100k).",
    ])
    expect(traitOf({ seats: 50, monthlyActiveUsers: 1 }, "mauOverSeats")?.explanation).toBe(
      "1 of 50 paid seats was active last month, 2%. Green starts at 80%: 39 more people.",
    )
    expect(traitOf({ seats: 1, monthlyActiveUsers: 0 }, "mauOverSeats")?.explanation).toBe(
      "0 of 1 paid seat was active last month, 0%. Green starts at 80%: 1 more person.",
    )
    const today = answer({ renewalOn: clock.today, traits: red })
    expect(today.lifecycle.why).toBe("Renews today; Renewing starts 120 days before.")
    expect(today.risks.find(({ key }) => key === "renewal-unhealthy")?.why).toBe("Renews today and is red.")
    expect(today.actions.map(({ why }) => why).join()).not.toMatch(/\b0 days/)
    expect(answer({ renewalOn: day(1) }).lifecycle.why).toBe(
      "Renews in 1 day; Renewing starts 120 days before.",
    )
  })
})

describe("the serving team (section 2b)", () => {
  it.each([
    [
      { developers: 100, arr: 99_999 },
      "Mid-Market",
      "Digital",
      "Served by Digital: $99.9k ARR (less than $100k).",
    ],
    [
      { developers: 500, arr: 100_000 },
      "Mid-Market",
      "Scaled",
      "Served by Scaled: $100k ARR ($100k or more).",
    ],
    [
      { developers: 501, arr: 99_999 },
      "Enterprise",
      "Scaled",
      "Served by Scaled: $99.9k ARR (less than $100k).",
    ],
    [
      { developers: 2_500, arr: 100_000 },
      "Enterprise",
      "Enterprise",
      "Served by Enterprise: $100k ARR ($100k or more).",
    ],
    [{ developers: 2_501 }, "Strategic", "Enterprise", undefined],
    [{ developers: 99, arr: 5_000_000 }, "SMB", "Digital", undefined],
  ])("%j: %s, %s", (facts, name, team, why) => {
    const { tier } = answer(facts, teams2024)
    expect(tier).toMatchObject({ name, team })
    expect(tier.why[1]).toBe(why)
  })
})

describe("a customer who has left", () => {
  const gone = { churnedOn: "2026-11-01", arr: 900_000, renewalOn: day(9), traits: red, touches: [] }

  it("is asked for no renewal, has no stage and no other flag", () => {
    const got = answer(gone)
    expect(got.lifecycle).toEqual({ stage: null, why: "The customer churned on 1 Nov." })
    expect(got.renewal).toMatchObject({
      phase: "ended",
      phaseLabel: "Customer churned",
      why: "The customer churned on 1 Nov.",
      steps: [],
      nextStep: null,
    })
    expect(got.contact.why).toBe("This customer has churned: no contact is due.")
    expect(got.actions.map(({ id }) => id)).toEqual(["churn-retro", "settle-churn"])
    expect(got.risks.map(({ key }) => key)).toEqual(["churn-retro"])
  })

  it("is a customer until that day", () => {
    expect(answer({ ...gone, churnedOn: day(1) })).toMatchObject({
      lifecycle: { stage: "4. Renewing" },
      renewal: { phase: "formal" },
    })
  })
})

describe("what stands beside Vitally's own score", () => {
  it("says that a promise is by our count", () => {
    const facts = { vitallyHealth: 5, traits: vector }
    expect(answer(facts).health.summary).toBe(
      "5.0 of 10 in Vitally, yellow. Reaching 80% of seats would make it 6.8, green, by our count.",
    )
    expect(traitOf(facts, "mauOverSeats")?.liftText).toBe(
      "Reaching 80% of seats would add 1.4 points by our count.",
    )
    expect(traitOf({ traits: vector }, "mauOverSeats")?.liftText).toBe(
      "Reaching 80% of seats would make it 6.8, green.",
    )
  })

  it("promises without that where both come to the same", () => {
    expect(answer({ vitallyHealth: 5.4, traits: vector }).health.summary).toBe(
      "5.4 of 10 in Vitally, yellow. Reaching 80% of seats would make it 6.8, green.",
    )
  })
})

describe("renewal wording", () => {
  it("says merged reasons once", () => {
    const got = actionOf({ renewalOn: day(180), traits: vector }, "renewal-180-unhealthy")
    expect(got?.mergedIds).toEqual(["renewal-180-assessment"])
    expect(got?.why).toBe("Renews in 180 days, yellow.")
  })

  it("does not nominate what is in Lighthouse already", () => {
    const facts = { renewalOn: day(60), traits: red, lighthouse: true }
    const texts = actionOf(facts, "renewal-assessment-120")?.steps.map(({ text }) => text)
    expect(texts).toContain("Red and in Lighthouse: keep the save plan going.")
    expect(
      answer(facts)
        .renewal.steps.map(({ text }) => text)
        .join(),
    ).not.toContain("nominate")
  })

  it("does not count the projects of the contract before", () => {
    const projects = [{ name: "Health Assessment Project", completedOn: day(-300) }]
    expect(answer({ renewalOn: day(150), projects, traits: green }).renewal.nextStep).toBe(
      "Complete the Health Assessment Project.",
    )
  })

  it("asks first where a contract that ended stands", () => {
    expect(answer({ renewalOn: day(-40) }).renewal.nextStep).toMatch(/^Find out where it stands: renewed/)
  })

  it("has no Get Well project where the preset has none", () => {
    const facts = { renewalOn: day(150), planUpdatedOn: day(-3), developers: 800, arr: 1, traits: vector }
    const early = actionOf(facts, "renewal-180-unhealthy", teams2024)
    expect(early).toMatchObject({ playbook: null, why: "Renews in 150 days, yellow." })
    const texts = actionOf(facts, "low-mau-over-seats", teams2024)?.steps.map(({ id }) => id)
    expect(texts).not.toContain("one-plan")
    expect(answer({ renewalOn: day(200) }, teams2024).renewal.why).not.toContain("Health Assessment")
  })

  it("nominates for Lighthouse at once, right after the Get Well duty that fell due before it", () => {
    const ids = answer({ renewalOn: day(60), traits: red }).actions.map(({ id }) => id)
    expect(ids.slice(0, 2)).toEqual(["renewal-180-unhealthy", "lighthouse-entry"])
  })

  it("finds the stage from the renewal opportunity too", () => {
    const openOpportunities = [{ type: "Renewal", closeOn: day(30) }]
    expect(answer({ openOpportunities }).lifecycle.stage).toBe("4. Renewing")
  })
})

describe("lifecycle wording", () => {
  it("says when a contract starts that lies ahead", () => {
    expect(answer({ contractStartOn: day(13) }).lifecycle).toEqual({
      stage: null,
      why: "The contract starts in 13 days, Sat 5 Dec; no close date is known.",
    })
  })
})

describe("contact wording", () => {
  it("says for Digital that nothing is owed, whatever can be read", () => {
    expect(answer({ developers: 80, touches: [] }, teams2024).contact).toMatchObject({
      status: "exempt",
      why: "No contact is owed here: automated programmes serve this customer.",
    })
  })

  it("takes a day without a time as answered by what we wrote that day", () => {
    const touches = [
      { at: day(-2), channel: "email", direction: "inbound" },
      { at: `${day(-2)}T09:00:00Z`, channel: "email", direction: "outbound" },
    ]
    expect(answer({ touches }).contact).toMatchObject({ waiting: null, daysSince: 2 })
    expect(answer({ touches: touches.toReversed() }).contact.waiting).toBeNull()
    expect(answer({ touches: touches.slice(0, 1) }).contact.waiting).not.toBeNull()
  })

  it("tells the promise once it is broken, to the hour", () => {
    const wrote = (at: string) =>
      actionOf(
        { name: "Globex", touches: [{ at, channel: "email", direction: "inbound" }] },
        "unanswered-customer",
      )
    expect(wrote("2026-11-21T05:00:00Z")?.why).toBe("Globex wrote 31 hours ago and waits for an answer.")
    expect(wrote("2026-11-20T12:00:00Z")?.why).toBe("Globex wrote 48 hours ago and waits for an answer.")
    expect(wrote("2026-11-20T11:59:00Z")?.why).toBe(
      "Globex wrote 48 hours ago and waits for an answer. The promise is 48 hours.",
    )
  })

  it("counts elapsed hours over a change of clocks", () => {
    // Clocks went back in Berlin on 25 October: 48 elapsed hours end at 11:00 there, not at 12:00.
    const touches = [{ at: "2026-10-24T12:00:00+02:00", channel: "email", direction: "inbound" }]
    const late = (now: string) =>
      answer({ touches }, defaultPolicy, clockAt(now, "Europe/Berlin")).contact.waiting?.late
    expect(late("2026-10-26T11:00:00+01:00")).toBe(false)
    expect(late("2026-10-26T11:00:01+01:00")).toBe(true)
  })

  it.each([
    ["2028-01-31", "2028-03-01", 30],
    ["2027-01-30", "2027-03-01", 30],
    ["2026-12-02", "2027-01-01", 30],
  ])("thirty days from %s is %s", (on, today, days) => {
    const at = clockAt(today, "America/Los_Angeles")
    const { contact } = answer(
      { touches: [{ at: on, channel: "call", direction: "both" }] },
      defaultPolicy,
      at,
    )
    expect(contact).toMatchObject({ daysSince: days, status: "overdue", overdueOn: today })
  })
})
