import { expect, it } from "vitest"

import type { AccountFacts } from "~src/domain/facts"

import { pendingOf } from "./pending"

const days = { from: "2026-12-14", to: "2027-01-02", today: "2026-11-30", timeZone: "Europe/Berlin" }

const facts = (part: Partial<AccountFacts>): AccountFacts => ({
  id: "a",
  name: "Globex",
  traits: {},
  ...part,
})

it("names the meetings of the days away, first and last day included, with who comes", () => {
  const meeting = (id: string, at: string) => ({ id, title: `Sync ${id}`, at, attendees: ["Kai Brandt"] })
  const { reasons, before } = pendingOf(
    facts({
      upcomingMeetings: [
        meeting("late", "2027-01-02T22:30:00Z"),
        meeting("first", "2026-12-13T23:30:00Z"),
        meeting("before", "2026-12-13T22:30:00Z"),
        meeting("after", "2027-01-02T23:30:00Z"),
      ],
    }),
    days,
  )
  expect(reasons).toEqual(["2 meetings with the customer in these days."])
  expect(before).toEqual([
    'Move or hand over "Sync first", Mon 14 Dec, with Kai Brandt.',
    'Move or hand over "Sync late", 2 Jan 2027, with Kai Brandt.',
  ])
})

it("names the renewal's opportunities only if the renewal falls into the absence, tickets, and the AE", () => {
  const known = {
    accountExecutive: "Olga Sandoval",
    openOpportunities: [{ id: "o", name: "Globex renewal", kind: "renewal" as const, stage: "Negotiation" }],
    supportTickets: [{ id: "t", subject: "Licence count shows 0" }],
  }
  const renewalOn = { value: "2026-12-31", source: "vitally" as const }
  expect(pendingOf(facts({ ...known, renewalOn }), days).before).toEqual([
    'Renewal opportunity "Globex renewal" is in Negotiation.',
    'Ticket "Licence count shows 0".',
    "Tell Olga Sandoval (AE).",
  ])
  expect(pendingOf(facts(known), days).before).toEqual([
    'Ticket "Licence count shows 0".',
    "Tell Olga Sandoval (AE).",
  ])
  expect(pendingOf(facts({}), days)).toEqual({ reasons: [], before: [] })
})
