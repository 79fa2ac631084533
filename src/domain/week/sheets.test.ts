import { describe, expect, it } from "vitest"

import type { BookEntry } from "../book/entry"
import { clockAt } from "../calendar"
import type { AccountFacts, ContactFact, Fact } from "../facts"
import { defaultPolicy } from "../policy/presets"
import { marked, tickKey, wordsKey } from "./agenda-marks"
import { coverDrafts } from "./cover-drafts"
import { waitingDesk } from "./desk"
import { mailRow } from "./digital-mails"
import { mondayAgenda, mondayOf, sinceMonday } from "./monday"
import { returnReport } from "./return-report"
import { plainText, scaledText } from "./scaled-text"
import { weeklyAverages } from "./score-trend"
import { sheetMarkdown } from "./sheet"

const clock = clockAt("2026-12-02T09:00:00Z", "Europe/Berlin")
const { today } = clock
const fact = <T>(value: T): Fact<T> => ({ value, source: "vitally" })
const row = (id: string, part: Partial<BookEntry> = {}): BookEntry => ({
  id,
  name: id,
  tier: null,
  tierRank: null,
  team: null,
  stage: null,
  score: 8,
  band: "healthy",
  daysSinceContact: null,
  daysOut: null,
  contactStatus: "ok",
  ...part,
})

describe("Monday", () => {
  it("tells one week from any day of the next", () => {
    expect(mondayOf("2026-11-30")).toBe("2026-11-30")
    expect(mondayOf("2026-12-06")).toBe("2026-11-30")
    expect(sinceMonday(today)).toBe("2026-11-23")
  })

  const change = (at: string, from: "poor" | "concerning", to: "poor" | "concerning" | "healthy") => ({
    accountId: "a",
    name: "Acme",
    at,
    from: { score: 3, band: from },
    to: { score: 5, band: to },
    moved: [],
  })
  const agenda = (part: Partial<Parameters<typeof mondayAgenda>[0]>) =>
    mondayAgenda({
      rows: [],
      facts: [],
      changes: [],
      moves: [],
      lighthouse: [],
      covering: [],
      clock,
      ...part,
    })
  const lines = (sections: ReturnType<typeof agenda>, key: string) =>
    sections.find((section) => section.key === key)?.lines.map(({ text }) => text)

  it("says where a customer came from over the whole week, and nothing of one that came back", () => {
    const there = [
      change("2026-11-24T10:00:00Z", "poor", "concerning"),
      change("2026-11-26T10:00:00Z", "concerning", "healthy"),
    ]
    expect(lines(agenda({ changes: there }), "health")).toEqual(["Acme red to green, now 5.0"])
    const back = [...there.slice(0, 1), change("2026-11-27T10:00:00Z", "concerning", "poor")]
    expect(lines(agenda({ changes: back }), "health")).toEqual([])
    expect(lines(agenda({ changes: [change("2026-11-20T10:00:00Z", "poor", "healthy")] }), "health")).toEqual(
      [],
    )
  })

  it("keeps ticks and other words under the line's key, for that week only", () => {
    const rows = [row("a", { waitingSince: "2026-11-30T08:00:00Z" })]
    const key = "waiting:a"
    const texts = { [tickKey("2026-11-30", key)]: "x", [wordsKey("2026-11-30", key)]: "Answer them" }
    const now = marked(agenda({ rows }), texts, "2026-11-30").find((one) => one.key === "waiting")
    expect(now?.lines[0]).toMatchObject({ text: "Answer them", done: true })
    expect(sheetMarkdown("Monday", [now!], true)).toContain("- [x] Answer them (unanswered message)")
    const next = marked(agenda({ rows }), texts, "2026-12-07").find((one) => one.key === "waiting")
    expect(next?.lines[0]?.done).toBe(false)
  })
})

it("walks averages back over changes, and says nothing of weeks before any was noted", () => {
  const weeks = weeklyAverages(
    new Map([
      ["a", 8],
      ["b", null],
    ]),
    [
      { accountId: "a", on: "2026-11-20", from: { score: 2 } },
      { accountId: "b", on: "2026-11-28", from: { score: 4 } },
      { accountId: "gone", on: "2026-11-28", from: { score: 1 } },
    ],
    { today: "2026-11-30", knownSince: "2026-11-10" },
  )
  expect(weeks).toEqual([
    { endsOn: "2026-11-16", average: 3 },
    { endsOn: "2026-11-23", average: 6 },
    { endsOn: "2026-11-30", average: 8 },
  ])
  expect(weeklyAverages(new Map([["a", 8]]), [], { today, knownSince: null })).toEqual([])
})

describe("the Scaled desk", () => {
  it("counts elapsed hours to the promise, and who took it since", () => {
    const facts: AccountFacts = {
      id: "a",
      name: "a",
      traits: {},
      touches: [
        {
          at: "2026-12-01T10:00:00Z",
          on: "2026-12-01",
          channel: "note",
          direction: "unknown",
          automatic: false,
          source: "vitally",
          who: "Kim Osei",
          tags: ["Account Lens note", "claim"],
        },
      ],
    }
    const rows = [
      row("a", { waitingSince: "2026-11-30T06:00:00Z" }),
      row("b", { waitingSince: "2026-12-01T09:00:00Z" }),
      row("c"),
    ]
    expect(waitingDesk(rows, [facts], { policy: defaultPolicy, clock })).toMatchObject([
      { id: "a", left: -3, waited: 51, takenBy: { who: "Kim Osei", on: "2026-12-01" } },
      { id: "b", left: 24, waited: 24 },
    ])
  })

  const mails = (part: Partial<AccountFacts>) => {
    const facts: AccountFacts = { id: "a", name: "a", traits: {}, contacts: [], touches: [], ...part }
    const { mails: all } = mailRow(row("a"), facts, { policy: defaultPolicy, today })
    return Object.fromEntries(all.map(({ key, state }) => [key, state]))
  }
  const admin: ContactFact = { id: "c", name: "Nia Bello", roles: ["Instance Admin"], source: "vitally" }

  it("tells due, skipped for want of a contact, seen, and not known apart", () => {
    expect(mails({})["monthly-recap"]).toBe("unknown")
    const old = { contractStartOn: fact("2026-01-10") }
    expect(mails(old)["monthly-recap"]).toBe("no-contact")
    expect(mails({ ...old, contacts: [admin] })["monthly-recap"]).toBe("due")
    expect(mails({ ...old, contacts: [{ ...admin, bounced: true }] })["monthly-recap"]).toBe("no-contact")
    expect(mails({ ...old, contacts: [admin] })["upgrade-recap"]).toBe("unknown")
    const behind = { ...old, contacts: [admin], traits: { versionsBehind: fact(5) } }
    expect(mails(behind)["upgrade-recap"]).toBe("due")
    expect(mails({ ...behind, traits: { versionsBehind: fact(2) } })["upgrade-recap"]).toBe("not-owed")
    const touch = {
      at: "2026-12-01T10:00:00Z",
      on: "2026-12-01",
      channel: "email",
      direction: "outbound",
      automatic: true,
      source: "vitally",
    } as const
    expect(mails({ ...behind, touches: [touch] })["monthly-recap"]).toBe("sent")
    // Nobody reads mail of a year ago: nothing is said of it.
    expect(mails({ ...old, contacts: [admin] })["admin-onboarding"]).toBe("unknown")
    expect(mails({ contractStartOn: fact("2026-11-10"), contacts: [admin] })["admin-onboarding"]).toBe(
      "not-seen",
    )
  })

  it("writes only what is known, and leaves gaps that are seen", () => {
    const ask = { policy: defaultPolicy, me: "Rui Sato", today }
    const empty = plainText(scaledText("upgrade", { id: "a", name: "a", traits: {} }, ask))
    expect(empty.match(/\[[^\]]+\]/g)).toEqual([
      "[nobody has the role Instance Admin]",
      "[version not known]",
      "[releases behind not known]",
      "[no release in your team's material; add one]",
      "[seats in use not known]",
    ])
    const library = [
      { title: "5.9", url: "https://x.example/5.9", date: "2026-11-01", tag: "release" as const },
      { title: "6.0", url: "https://x.example/6.0", date: "2027-01-01", tag: "release" as const },
    ]
    const full = plainText(
      scaledText(
        "upgrade",
        {
          id: "a",
          name: "a",
          version: fact("5.4"),
          monthlyActiveUsers: fact(41),
          seats: fact(60),
          contacts: [admin],
          traits: { versionsBehind: fact(5) },
        },
        { ...ask, policy: { ...defaultPolicy, library } },
      ),
    )
    expect(full).not.toContain("[")
    expect(full).toContain("Hi Nia,")
    expect(full).toContain("you run 5.4, which is 5 releases behind the newest.")
    expect(full).toContain("• 5.9: https://x.example/5.9")
    expect(full).not.toContain("6.0")
    expect(full).toContain("41 of 60 seats were active.")
  })
})

describe("cover", () => {
  it("names who covers, and leaves a gap where nobody does", () => {
    const drafts = coverDrafts({
      from: "2026-12-14",
      to: "2027-01-02",
      today,
      me: "Ada Moss",
      rows: [
        { accountId: "a", name: "Acme", reasons: ["It renews."], before: ["Sign the quote."] },
        { accountId: "b", name: "Beta", reasons: [], before: [] },
      ],
      facts: [
        {
          id: "a",
          name: "Acme",
          traits: {},
          accountExecutive: "Olga Sandoval",
          contacts: [
            {
              id: "c",
              name: "Kai Brandt",
              email: "kai@acme.example",
              roles: ["Champion"],
              source: "vitally",
            },
          ],
          upcomingMeetings: [
            { id: "m", title: "Exec sync", at: "2026-12-15T15:00:00Z", on: "2026-12-15", attendees: [] },
          ],
        },
      ],
      coverOf: (id) => (id === "a" ? "Jonas Weber" : ""),
      noteOf: (id) => (id === "a" ? "Call Olga first." : ""),
    })
    const of = (key: string) => drafts.find((draft) => draft.key === key)!
    expect(of("team").to).toEqual(["Olga Sandoval (AE)"])
    expect(of("team").body).toContain(
      "Acme: Jonas Weber covers. It renews.\n  - Sign the quote.\n  Note: Call Olga first.",
    )
    expect(of("team").body).toContain("Beta: [nobody named yet] covers.")
    expect(of("customer:a")).toMatchObject({ to: ["Kai Brandt <kai@acme.example>"] })
    expect(of("customer:a").body).toContain('We planned "Exec sync" on Tue 15 Dec')
    expect(of("customer:b").body).toContain("[name of the contact]")
    expect(of("autoresponder").body).toContain("Jonas Weber will help you")
    expect(of("slack").body).toBe("Away until 2 Jan 2027")
  })

  it("reports what happened in those days only, and what is left", () => {
    const report = returnReport({
      from: "2026-11-16",
      to: "2026-11-27",
      rows: [
        row("a", {
          waitingSince: "2026-11-26T08:00:00Z",
          waitingMessage: { channel: "email", who: "Petra" },
        }),
        row("b"),
      ],
      facts: [
        {
          id: "a",
          name: "a",
          traits: {},
          touches: [
            ["2026-11-20", false],
            ["2026-11-21", true],
            ["2026-11-28", false],
          ].map(([on, automatic]) => ({
            id: String(on),
            at: `${String(on)}T10:00:00Z`,
            on: String(on),
            channel: "email",
            direction: "outbound",
            automatic: automatic === true,
            source: "vitally",
          })),
        },
      ],
      changes: [
        {
          accountId: "a",
          at: "2026-11-18T08:00:00Z",
          from: { score: 5.4, band: "concerning" },
          to: { score: 6.8, band: "healthy" },
        },
      ],
      clock,
    })
    expect(report.map(({ key, lines }) => [key, lines.map(({ text }) => text)])).toEqual([
      [
        "a",
        [
          "5.4 (yellow) to 6.8 (green)",
          "20 Nov: email",
          "Left for you: answer Petra, waiting since Thu 26 Nov",
        ],
      ],
    ])
  })
})
