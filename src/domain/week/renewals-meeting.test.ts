import { describe, expect, it } from "vitest"

import type { BookEntry } from "../book/entry"
import { causesOf } from "./causes"
import { changeSince, isRaised, meetingMarkdown, type MeetingRow } from "./renewals-meeting"

const today = "2026-11-30"

const entry = (part: Partial<BookEntry>): BookEntry => ({
  id: "globex",
  name: "Globex",
  tier: "Strategic",
  tierRank: 0,
  team: null,
  stage: null,
  score: 5.4,
  band: "concerning",
  daysSinceContact: 3,
  daysOut: 110,
  contactStatus: "ok",
  ...part,
})

describe("who is raised", () => {
  it.each([
    [{}, true],
    [{ daysOut: 180 }, true],
    [{ daysOut: 0 }, true],
    [{ daysOut: 181 }, false],
    [{ daysOut: -1 }, false],
    [{ daysOut: null }, false],
    [{ band: "healthy" as const }, false],
    [{ band: "unknown" as const }, false],
    [{ churnedOn: "2026-11-30" }, false],
  ])("%j: %s", (part, raised) => expect(isRaised(entry(part), today, false)).toBe(raised))

  it("green ones only on request", () => expect(isRaised(entry({ band: "healthy" }), today, true)).toBe(true))
})

describe("what changed", () => {
  const record = { heldOn: "2026-11-23", standings: { globex: { score: 5.4, band: "concerning" as const } } }
  it("is nothing known before the first meeting", () =>
    expect(changeSince(undefined, "globex", { score: 1, band: "poor" })).toBeNull())
  it.each([
    ["initech", { score: 5.4, band: "concerning" }, "new"],
    ["globex", { score: 5.41, band: "concerning" }, "same"],
    ["globex", { score: 6.1, band: "concerning" }, "better"],
    ["globex", { score: 3, band: "poor" }, "worse"],
    ["globex", { score: null, band: "unknown" }, "same"],
  ] as const)("%s at %j is %s", (id, standing, change) =>
    expect(changeSince(record, id, standing)).toBe(change),
  )
})

it("says why in few words, people first, red before yellow", () => {
  expect(
    causesOf({
      traits: {
        mauOverSeats: { value: 0.339, status: "poor" },
        versionsBehind: { value: 3, status: "concerning" },
        activeChampion: { value: false, status: "poor" },
        dauOverMau: { value: 0.4, status: "healthy" },
      },
    }),
  ).toEqual(["no champion", "33% of seats used", "3 releases behind"])
  expect(causesOf({})).toEqual([])
})

it("writes an agenda whose cells hold whatever was typed", () => {
  const row: MeetingRow = {
    id: "globex",
    name: "Globex | Co",
    tier: "Strategic",
    arr: 1_150_000,
    renewalOn: "2027-03-20",
    daysOut: 110,
    score: 5.4,
    band: "concerning",
    causes: ["no buyer"],
    change: "worse",
    assessment: { state: "done", on: "2026-11-23" },
    plan: { state: "unknown" },
    daysSinceContact: 3,
    rating: null,
    ask: "Meet the CFO\nthis week",
  }
  const text = meetingMarkdown([row], { today, title: "Ada Moss", left: ["Hooli"] })
  expect(text).toContain("# Yellow/Red Renewals, 30 Nov 2026 (Ada Moss: 1 customer, $1.15m)")
  expect(text).toContain(
    "| Globex \\| Co, Strategic, $1.15m | 110 days, 20 Mar 2027 | 5.4 yellow (worse) | no buyer | not known | done 23 Nov | not known | Meet the CFO this week |",
  )
  expect(text).toContain("No longer on the list: Hooli.")
})
