import { describe, expect, it } from "vitest"

import { account, clock, vector } from "~test/unit/domain/account"
import { assess } from "./assess"
import { callBrief } from "./brief"
import { defaultPolicy } from "../policy/presets"

function brief(loose: Record<string, unknown>) {
  const facts = account(loose)
  return callBrief(facts, assess(facts, defaultPolicy, clock), clock)
}

const lines = (loose: Record<string, unknown>, key: string) =>
  brief(loose).sections.find((section) => section.key === key)?.lines

describe("the call brief", () => {
  it("names who comes, with their roles", () => {
    const loose = {
      upcomingMeetings: [
        { title: "Gone", at: "2026-11-20T10:00:00Z" },
        { title: "Later", at: "2026-12-20T10:00:00Z" },
        { title: "Weekly sync", at: "2026-11-25T10:00:00Z", attendees: ["ada@globex.com", "Bo"] },
      ],
      contacts: [{ name: "Ada Park", email: "ada@globex.com", roles: ["Champion"], title: "VP Engineering" }],
    }
    expect(lines(loose, "meeting")).toEqual([
      "Weekly sync, Wed 25 Nov.",
      "Ada Park (Champion, VP Engineering)",
      "Bo",
    ])
  })

  it("has the last three touches of people", () => {
    const touch = (at: string, more = {}) => ({
      at,
      channel: "email",
      direction: "outbound",
      source: "vitally",
      ...more,
    })
    const touches = [
      touch("2026-11-01"),
      touch("2026-11-10", { who: "Ada", subject: "Upgrade" }),
      touch("2026-11-12", { automatic: true }),
      touch("2026-11-03"),
      touch("2026-11-02"),
    ]
    expect(lines({ touches }, "touches")).toEqual([
      "Ada, email, 10 Nov: Upgrade",
      "email, 3 Nov",
      "email, 2 Nov",
    ])
  })

  it("lists open promises, late ones first", () => {
    const tasks = [
      { name: "No date" },
      { name: "Deck", dueOn: "2026-11-25" },
      { name: "Old", dueOn: "2026-11-20" },
      { name: "Today", dueOn: "2026-11-22" },
      { name: "Done", dueOn: "2026-11-01", completedAt: "2026-11-01T10:00:00Z" },
    ]
    expect(lines({ tasks }, "promises")).toEqual([
      "Old (2 days late)",
      "Today (due today)",
      "Deck (due Wed 25 Nov)",
      "No date",
    ])
  })

  it("says what moved since the last contact, and claims nothing without history", () => {
    const touches = [{ at: "2026-11-01", channel: "email", direction: "outbound", source: "vitally" }]
    const history = [
      { on: "2026-10-20", score: 7.1, band: "healthy" },
      { on: "2026-11-15", score: 6, band: "concerning" },
    ]
    expect(lines({ touches, history, vitallyHealth: 5.4 }, "moved")).toEqual([
      "Score down from 7.1 (green) to 5.4 (yellow) since 20 Oct.",
    ])
    expect(lines({ touches, vitallyHealth: 5.4 }, "moved")).toBeUndefined()
  })

  it("asks two questions from the account's own gaps", () => {
    expect(lines({ traits: vector }, "questions")).toEqual([
      "Who signs the next renewal, and could you introduce us?",
      "Which teams have seats and don't use them yet, and what are they working on?",
    ])
    expect(lines({}, "questions")).toHaveLength(2)
  })

  it("copies as plain text", () => {
    const { text } = brief({
      traits: vector,
      version: "5.4.1",
      renewalOn: "2027-03-12",
      arr: 420_000,
      seats: 500,
      openSupportTickets: 0,
    })
    expect(text.split("\n")[0]).toBe("Globex, 22 Nov")
    expect(text).toContain("- Version 5.4.1, 3 releases behind.")
    expect(text).toContain("- Renews in 110 days, 12 Mar 2027; yellow.\n- $420k ARR and 500 seats.")
    expect(text).toContain("- None open.")
    expect(text).not.toContain("undefined")
  })
})
