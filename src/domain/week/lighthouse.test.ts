import { expect, it } from "vitest"

import type { BookEntry } from "../book/entry"
import type { AccountFacts } from "../facts"
import { defaultPolicy } from "../policy/presets"
import { boardMarkdown, lighthouseBoard, updateWords } from "./lighthouse"
import { noteTag } from "./note-purpose"
import { planKey } from "./save-plan"

const day = { policy: defaultPolicy, today: "2026-11-30" }
const row = (id: string, part: Partial<BookEntry> = {}): BookEntry => ({
  id,
  name: id,
  tier: null,
  tierRank: null,
  team: null,
  stage: null,
  score: 2,
  band: "poor",
  daysSinceContact: null,
  daysOut: 90,
  renewalOn: "2027-02-28",
  contactStatus: "ok",
  lighthouse: true,
  ...part,
})
const facts = (id: string, part: Partial<AccountFacts> = {}): AccountFacts => ({
  id,
  name: id,
  traits: {},
  projects: [],
  ...part,
})
const plan = { id: "p", name: "Save Plan", startedOn: "2026-10-01", updatedOn: "2026-11-17" }
const one = (r: BookEntry, f?: AccountFacts, texts: Record<string, string> = {}) =>
  lighthouseBoard([r], f ? [f] : [], texts, day)[0]

it("puts a customer where facts and texts put it", () => {
  expect(one(row("a", { lighthouse: false }), facts("a"))?.column).toBe("entrant")
  expect(one(row("a", { lighthouse: false, daysOut: 121 }), facts("a"))).toBeUndefined()
  expect(one(row("a", { lighthouse: false, daysOut: -1 }), facts("a"))).toBeUndefined()
  expect(one(row("a"), facts("a"))?.column).toBe("nominated")
  const written = { [planKey("a", "problem")]: "x", [planKey("a", "goal")]: "y", [planKey("a", "exit")]: "z" }
  expect(one(row("a"), facts("a"), written)?.column).toBe("written")
  expect(one(row("a"), facts("a", { projects: [{ ...plan, updatedOn: "2026-10-01" }] }))?.column).toBe(
    "written",
  )
  expect(one(row("a"), facts("a", { projects: [plan] }))?.column).toBe("running")
  expect(one(row("a", { band: "healthy" }), facts("a", { projects: [plan] }))?.column).toBe("ready")
})

it("lets a pooled team's customer enter at any risk, others by a red renewal or a lost champion", () => {
  const yellow = { lighthouse: false, band: "concerning" } as const
  expect(one(row("a", yellow))).toBeUndefined()
  expect(one(row("a", { ...yellow, team: "Scaled Success", daysOut: 170 }))?.causes).toEqual([
    "yellow in a pooled team",
  ])
  expect(
    one(row("a", { ...yellow, traits: { activeChampion: { value: false, status: "poor" } } }))?.causes,
  ).toEqual(["no champion"])
})

it("says unread projects are unread, and dates an update by the plan of that name or a posted note", () => {
  expect(one(row("a"), { id: "a", name: "a", traits: {} })?.missing[0]).toBe("its projects were not read yet")
  const other = facts("a", { projects: [{ ...plan, name: "Get Well Plan" }] })
  expect(updateWords(one(row("a"), other)!.plan, day.today)).toBe("no update known")
  expect(updateWords(one(row("a"), facts("a", { projects: [plan] }))!.plan, day.today)).toBe(
    "updated 17 Nov, 6 days late",
  )
  const touch = {
    at: "2026-11-28T10:00:00Z",
    on: "2026-11-28",
    channel: "note",
    direction: "unknown",
    automatic: false,
    source: "vitally",
    tags: [noteTag, "lighthouse"],
  } as const
  const posted = facts("a", { projects: [plan], touches: [touch] })
  expect(updateWords(one(row("a"), posted)!.plan, day.today)).toBe("updated 28 Nov, due Sat 5 Dec")
})

it("presents what is known and leaves a visible gap for what nobody wrote", () => {
  const cards = lighthouseBoard(
    [row("a"), row("b", { lighthouse: false })],
    [facts("a", { projects: [plan] })],
    { [planKey("a", "problem")]: "No champion" },
    day,
  )
  const text = boardMarkdown(cards, "Ada Moss", day.today)
  expect(text).toContain("# Lighthouse, 30 Nov (Ada Moss: 1 customer)")
  expect(text).toContain("**Problem:** No champion")
  expect(text).toContain("**Goal:** [not written]")
  expect(text).toContain("- nothing that we read")
  expect(text).toContain("## Could enter\n- b: red and renews in 90 days")
})
