import { describe, expect, it } from "vitest"

import { account, clock } from "~test/unit/domain/account"
import { addDays, clockAt } from "../calendar"
import type { Clock } from "../facts"
import { defaultPolicy, teams2024 } from "../policy/presets"
import type { Policy } from "../policy/policy"
import { contactCore, explainContact } from "./assess-contact"
import { windowFor } from "./window"

const MAIL = { channel: "email", direction: "outbound", automatic: false, source: "vitally" }

function contact(
  loose: Record<string, unknown>,
  {
    at = clock,
    policy = defaultPolicy,
    team = "Named TA",
  }: { at?: Clock; policy?: Policy; team?: string } = {},
) {
  const facts = account(loose, at)
  return explainContact(
    facts,
    policy,
    at,
    contactCore(facts, policy, at, windowFor(policy.contact, team, null)),
  )
}

/** One mail so many days before today. */
const daysAgo = (days: number, more: Record<string, unknown> = {}) => ({
  touches: [{ ...MAIL, at: addDays(clock.today, -days), ...more }],
})

describe("the monthly promise (section 4)", () => {
  it.each([
    [0, "ok"],
    [24, "ok"],
    [25, "due-soon"],
    [29, "due-soon"],
    [30, "overdue"],
    [400, "overdue"],
  ])("%i days since contact is %s", (days, status) => {
    expect(contact(daysAgo(days))).toMatchObject({ status, daysSince: days })
  })

  it("says who, how, when and until when", () => {
    const result = contact({ touches: [{ ...MAIL, at: "2026-10-27T10:00:00Z", who: "champion" }] })
    expect(result.why).toBe(
      "26 days since anyone was in touch (champion, email, 27 Oct). Good until Wed 25 Nov.",
    )
    expect(result).toMatchObject({ dueOn: "2026-11-25", overdueOn: "2026-11-26", dueSoonOn: "2026-11-21" })
  })

  it("moves the last good day back to a working day, the overdue day not", () => {
    // 29 days after 30 October is Saturday 28 November.
    const result = contact({ touches: [{ ...MAIL, at: "2026-10-30" }] })
    expect(result).toMatchObject({ dueOn: "2026-11-27", overdueOn: "2026-11-29" })
  })

  it("says so when the last working day has passed before it is overdue", () => {
    const result = contact({ touches: [{ ...MAIL, at: "2026-10-24" }] })
    expect(result).toMatchObject({ status: "due-soon", dueOn: "2026-11-20", overdueOn: "2026-11-23" })
    expect(result.why).toContain("Overdue from Mon 23 Nov; the last working day for it has passed.")
  })
})

describe("teams-2024 windows", () => {
  it.each([
    ["Enterprise", 13, "ok"],
    ["Enterprise", 14, "due-soon"],
    ["Enterprise", 29, "due-soon"],
    ["Enterprise", 30, "overdue"],
    ["Scaled", 29, "ok"],
    ["Scaled", 30, "due-soon"],
    ["Scaled", 59, "due-soon"],
    ["Scaled", 60, "overdue"],
    ["Digital", 400, "exempt"],
  ])("%s at %i days is %s", (team, days, status) => {
    expect(contact(daysAgo(days), { policy: teams2024, team }).status).toBe(status)
  })
})

describe("what counts as contact", () => {
  it("is the newest past evidence of all sources, with its own channel and source", () => {
    const result = contact({
      touches: [
        { ...MAIL, at: "2026-11-01", source: "salesforce", channel: "call" },
        { ...MAIL, at: "2026-11-10T09:00:00Z", channel: "slack", who: "Ada" },
        { ...MAIL, at: "2026-11-23T09:00:00Z", channel: "meeting" },
        { ...MAIL, at: "2026-11-24" },
      ],
      traits: { lastActivityDays: 15 },
    })
    expect(result.last).toMatchObject({ on: "2026-11-10", channel: "slack", source: "vitally", who: "Ada" })
    expect(result.timeline).toHaveLength(2)
  })

  it("leaves out what lies in the future, to the minute", () => {
    const touches = [{ ...MAIL, at: "2026-11-22T12:00:01Z" }]
    expect(contact({ touches }).last).toBeNull()
    expect(contact({ touches }, { at: clockAt("2026-11-22T12:00:01Z", "UTC") }).daysSince).toBe(0)
  })

  it("turns Last Activity into a date and ignores negative and future ones", () => {
    const result = contact({ traits: { lastActivityDays: { value: 20, at: "2026-11-20T08:00:00Z" } } })
    expect(result).toMatchObject({ daysSince: 22, last: { on: "2026-10-31" } })
    expect(contact({ traits: { lastActivityDays: -4 } }).unknownBecause).toBe("no-source")
    expect(
      contact({ traits: { lastActivityDays: { value: 4, at: "2026-12-20T08:00:00Z" } } }).last,
    ).toBeNull()
  })

  it("leaves automatic mail out, but for Scaled Success", () => {
    const automatic = daysAgo(3, { automatic: true })
    expect(contact(automatic)).toMatchObject({ daysSince: null, unknownBecause: "no-touch-found" })
    expect(contact(automatic, { team: "Scaled Success" })).toMatchObject({ daysSince: 3, status: "ok" })
  })

  it("shows by you beside by anyone", () => {
    const result = contact({
      touches: [
        { ...MAIL, at: "2026-11-20", byMe: false },
        { ...MAIL, at: "2026-11-02", byMe: true },
      ],
    })
    expect(result.daysSince).toBe(2)
    expect(result.byMe).toMatchObject({ daysSince: 20, last: { on: "2026-11-02" } })
  })

  it("takes Vitally's own message times", () => {
    expect(contact({ lastOutboundAt: "2026-11-12T09:00:00Z" })).toMatchObject({ daysSince: 10 })
  })
})

describe("a customer who waits (section 4: 48 elapsed hours)", () => {
  const wrote = (at: string, ...more: object[]) => ({
    touches: [{ ...MAIL, at, direction: "inbound", who: "Ada" }, ...more],
  })

  it("does not reset the clock", () => {
    const result = contact(wrote("2026-11-21T05:00:00Z", { ...MAIL, at: "2026-10-20" }))
    expect(result).toMatchObject({ daysSince: 33, status: "overdue" })
    expect(result.waiting).toMatchObject({ hours: 31, late: false, promiseHours: 48, who: "Ada" })
    expect(result.waiting?.text).toBe("Globex wrote 31 hours ago and waits for an answer.")
  })

  it("is said in days where hours read badly", () => {
    expect(contact(wrote("2026-11-19T12:00:00Z")).waiting?.text).toContain("wrote 3 days ago")
    expect(contact(wrote("2026-11-08T01:00:00Z")).waiting?.text).toBe(
      "Globex wrote 14 days ago and waits for an answer. The promise is 48 hours.",
    )
  })

  it.each([
    ["2026-11-20T12:00:00Z", false],
    ["2026-11-20T11:59:00Z", true],
  ])("since %s is late: %s", (at, late) => {
    expect(contact(wrote(at)).waiting?.late).toBe(late)
  })

  it("counts elapsed hours across the change of clocks", () => {
    const at = clockAt("2026-10-25T23:00:00Z", "Europe/Berlin")
    expect(contact(wrote("2026-10-23T23:00:00Z"), { at }).waiting).toMatchObject({ hours: 48, late: false })
  })

  it("is answered by anything of ours that is newer, a machine's mail aside", () => {
    const at = "2026-11-20T12:00:00Z"
    expect(contact(wrote(at, { ...MAIL, at: "2026-11-20T12:30:00Z", channel: "slack" })).waiting).toBeNull()
    expect(contact(wrote(at, { ...MAIL, at: "2026-11-20" })).waiting).toBeNull()
    expect(contact(wrote(at, { ...MAIL, at: "2026-11-20T11:00:00Z" })).waiting).not.toBeNull()
    expect(contact(wrote(at, { ...MAIL, at: "2026-11-21", automatic: true })).waiting).not.toBeNull()
  })

  it("waits since the first unanswered message", () => {
    const second = { ...MAIL, direction: "inbound", at: "2026-11-22T10:00:00Z" }
    expect(contact(wrote("2026-11-21T12:00:00Z", second)).waiting?.hours).toBe(24)
  })

  it("takes Vitally's last inbound time", () => {
    const times = { lastInboundAt: "2026-11-22T10:00:00Z", lastOutboundAt: "2026-11-01T10:00:00Z" }
    expect(contact(times).waiting?.hours).toBe(2)
  })
})

describe("the three kinds of not knowing", () => {
  it("no touch found: counted from contract start, days since none", () => {
    const result = contact({ touches: [], contractStartOn: "2026-10-23" })
    expect(result).toMatchObject({
      daysSince: null,
      last: null,
      status: "overdue",
      unknownBecause: "no-touch-found",
    })
    expect(result.why).toContain("No contact found in the sources read. Counted from contract start, 23 Oct.")
    expect(contact({ touches: [], contractStartOn: "2026-10-24" }).status).toBe("due-soon")
    expect(contact({ touches: [] })).toMatchObject({ status: "unknown", overdueOn: null })
  })

  it("says which day it counts from, and why it does not count yet", () => {
    expect(contact({ touches: [], closeOn: "2026-10-23" }).why).toContain("Counted from the close, 23 Oct.")
    expect(contact({ touches: [], contractStartOn: "2026-12-01" })).toMatchObject({
      status: "unknown",
      why: "No contact found in the sources read. The contract starts in 9 days: nothing is due before.",
    })
    expect(contact({ touches: [] }).why).toBe(
      "No contact found in the sources read, and no contract start to count from.",
    )
  })

  it("no source read: unknown, whatever the contract start", () => {
    const result = contact({ contractStartOn: "2025-01-01" })
    expect(result).toMatchObject({ status: "unknown", unknownBecause: "no-source", overdueOn: null })
  })

  it("no readable evidence for Scaled Success: unknown and off the badge", () => {
    const result = contact({ touches: [], contractStartOn: "2025-01-01" }, { team: "Scaled Success" })
    expect(result).toMatchObject({
      status: "unknown",
      unknownBecause: "no-readable-evidence",
      overdueOn: null,
    })
  })

  it("says when a source was last read more than a day ago", () => {
    const read = (syncedAt: string) =>
      contact({ contactSources: [{ source: "vitally", syncedAt }] }).staleSource
    expect(read("2026-11-21T12:00:00Z")).toBeNull()
    expect(read("2026-11-21T11:59:00Z")).toBe(
      "Vitally was last read 24 hours ago: newer contact may be missing.",
    )
  })
})

describe("Last Activity beside the newest touch", () => {
  it.each([
    [
      5,
      20,
      "Last Activity says 20 days: it sees only what Salesforce logged, and the last contact (email, 17 Nov) is not there.",
    ],
    [5, 6, null],
    [5, 5, null],
    [20, 5, "Last Activity says 5 days; the newest contact we can read is email, 2 Nov."],
  ])("touch %i days ago, trait %i", (touch, lastActivityDays, said) => {
    expect(contact({ ...daysAgo(touch), traits: { lastActivityDays } }).officialDiffers).toBe(said)
  })
})

describe("calendar days in the user's time zone", () => {
  const sent = { touches: [{ ...MAIL, at: "2026-10-23T22:30:00Z" }] }

  it.each([
    // Midnight in Berlin lies between: for one user it was the 24th, for the other the 23rd.
    ["2026-11-22T22:59:59Z", "Europe/Berlin", 29],
    ["2026-11-22T23:00:00Z", "Europe/Berlin", 30],
    ["2026-11-22T23:00:00Z", "America/New_York", 30],
  ])("at %s in %s it is %i days", (now, zone, days) => {
    expect(contact(sent, { at: clockAt(now, zone) }).daysSince).toBe(days)
  })

  it("is right across a leap day and both clock changes", () => {
    const at = clockAt("2028-03-05T12:00:00Z", "Europe/Berlin")
    expect(contact({ touches: [{ ...MAIL, at: "2028-02-05" }] }, { at }).daysSince).toBe(29)
    const spring = clockAt("2026-04-10T22:30:00Z", "Europe/Berlin")
    expect(contact({ touches: [{ ...MAIL, at: "2026-03-11T23:30:00Z" }] }, { at: spring }).daysSince).toBe(30)
  })
})

it("owes nothing to a customer who has churned", () => {
  const result = contact({ ...daysAgo(60), churnedOn: "2026-11-01" })
  expect(result).toMatchObject({ status: "exempt", overdueOn: null, waiting: null })
})

it.each([
  ["source", { source: "vitally" }, { source: "salesforce" }],
  ["who is meant by us", { byMe: true }, { byMe: false }],
])("takes the same of two touches of one moment in any order: %s differs", (_, one, other) => {
  const at = "2026-11-10T09:00:00Z"
  const touches = [
    { ...MAIL, at, ...one },
    { ...MAIL, at, ...other },
  ]
  expect(contact({ touches: [...touches].reverse() })).toEqual(contact({ touches }))
})
