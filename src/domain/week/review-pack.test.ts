import { expect, it } from "vitest"

import { assess } from "../assess/assess"
import { clockAt } from "../calendar"
import type { AccountFacts, Fact } from "../facts"
import { defaultPolicy } from "../policy/presets"
import { reviewPack } from "./review-pack"
import { sheetMarkdown } from "./sheet"

const clock = clockAt("2026-11-30T09:00:00Z", "Europe/Berlin")
const fact = <T>(value: T, field: string): Fact<T> => ({
  value,
  source: "vitally",
  field,
  at: "2026-11-29T06:00:00Z",
})

const full: AccountFacts = {
  id: "a",
  name: "Globex",
  monthlyActiveUsers: fact(310, "MAU"),
  seats: { ...fact(500, "Seats__c"), source: "salesforce" },
  version: fact("5.4", "Version"),
  renewalOn: fact("2027-03-20", "Renewal"),
  arr: fact(1_150_000, "ARR"),
  traits: {
    dauOverMau: fact(0.25, "DAU"),
    versionsBehind: fact(3, "Versions"),
    defectTickets90d: fact(1, "Bugs"),
    sentiment: fact("poor" as const, "Pulse"),
  },
  touches: [
    {
      id: "n1",
      at: "2026-11-20T10:00:00Z",
      on: "2026-11-20",
      channel: "note",
      direction: "unknown",
      automatic: false,
      source: "vitally",
      subject: "Batch changes saved two weeks",
      tags: ["Win"],
    },
  ],
  tasks: [{ id: "t1", name: "Talk them down", mine: true, source: "vitally" }],
}

const pack = (facts: AccountFacts, reader: "customer" | "team") =>
  reviewPack({ facts, assessment: assess(facts, defaultPolicy, clock), usage: [], clock, reader })

it("gives every line its source", () => {
  for (const reader of ["customer", "team"] as const)
    for (const { lines } of pack(full, reader))
      for (const { text, source } of lines) expect(source, text).not.toBe("")
  expect(sheetMarkdown("Globex", pack(full, "customer"))).toContain(
    '- 310 of 500 seats were active last month (Vitally, "MAU", 29 Nov; seats: Salesforce, "Seats__c", 29 Nov)',
  )
})

it("shows the customer neither our score, nor our judgement, nor our tasks", () => {
  const text = sheetMarkdown("Globex", pack(full, "customer"))
  for (const ours of ["of 10", "Pulse", "poor", "Talk them down", "ARR", "$1.15m"])
    expect(text).not.toContain(ours)
  const team = sheetMarkdown("Globex", pack(full, "team"))
  for (const ours of ["of 10", "Talk them down", "ARR $1.15m"]) expect(team).toContain(ours)
  expect(text).toContain("Batch changes saved two weeks, 20 Nov")
})

it("says what is not known in the place of each part, and makes nothing up", () => {
  const sections = pack({ id: "a", name: "Empty", traits: {} }, "team")
  expect(sections.map(({ lines }) => lines.length)).toEqual(sections.map(() => 0))
  expect(sheetMarkdown("Empty", sections)).not.toMatch(/\d/)
})
