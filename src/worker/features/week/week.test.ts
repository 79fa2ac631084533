import { expect, it } from "vitest"

import { listsContext, summaryOf, taskRow } from "../../lists/lists.fake"
import { weekHandlers } from "./handlers"

type Context = Awaited<ReturnType<typeof listsContext>>

async function raised(): Promise<Context> {
  const context = await listsContext()
  const { today } = await context.clock()
  expect(today).toBe("2026-11-23")
  await context.db.put("summaries", summaryOf("later", { band: "poor", renewalOn: "2027-05-23" }))
  await context.db.put(
    "summaries",
    summaryOf("red", {
      band: "poor",
      score: 2,
      renewalOn: "2027-01-10",
      accountExecutive: "Olga Sandoval",
      traits: { activeChampion: { value: false, status: "poor" } },
    }),
  )
  await context.db.put("summaries", summaryOf("green", { band: "healthy", renewalOn: "2027-01-10" }))
  await context.db.put(
    "summaries",
    summaryOf("hers", { owner: "bo", band: "concerning", renewalOn: "2027-01-10" }),
  )
  return context
}

const list = async (context: Context, request = {}) =>
  weekHandlers["week.renewals"]({ who: "mine", ...request }, context)

it("raises red and yellow within 180 days, soonest first; anybody's; green on request", async () => {
  const context = await raised()
  expect((await list(context)).rows.map(({ id }) => id)).toEqual(["red"])
  expect((await list(context, { who: "all" })).rows.map(({ id }) => id)).toEqual(["hers", "red"])
  expect((await list(context, { withGreen: true })).rows.map(({ id }) => id)).toEqual(["green", "red"])
  const [row] = (await list(context)).rows
  expect(row).toMatchObject({
    causes: ["no champion"],
    accountExecutive: "Olga Sandoval",
    change: null,
    // Nobody read its projects: that is not "none".
    assessment: { state: "unknown" },
    plan: { state: "unknown" },
  })
})

it("tells what changed since the meeting was closed, and takes a closing back", async () => {
  const context = await raised()
  await weekHandlers["week.closeMeeting"]({ who: "mine" }, context)
  await context.db.put("summaries", summaryOf("red", { band: "healthy", score: 9, renewalOn: "2027-01-10" }))
  await context.db.put("summaries", summaryOf("green", { band: "poor", renewalOn: "2027-01-10" }))
  context.memory.forget("book-rows")
  const after = await list(context)
  expect(after.heldOn).toBe("2026-11-23")
  expect(after.left).toEqual(["Red"])
  expect(after.rows.map(({ id, change }) => [id, change])).toEqual([["green", "new"]])
  await weekHandlers["week.closeMeeting"]({ who: "mine", undo: true }, context)
  expect((await list(context)).heldOn).toBeUndefined()
})

it("keeps what is asked for, and forgets it", async () => {
  const context = await raised()
  await weekHandlers["week.saveAsk"]({ accountId: "red", text: "Meet the CFO" }, context)
  expect((await list(context)).rows[0]?.ask).toBe("Meet the CFO")
  await weekHandlers["week.saveAsk"]({ accountId: "red", text: "" }, context)
  expect((await list(context)).rows[0]?.ask).toBe("")
})

it("plans the next seven days: what is late stands under today, what is done or later is left out", async () => {
  const context = await listsContext()
  await context.db.put(
    "summaries",
    summaryOf("globex", { contactOverdueOn: "2026-11-25", lastContactOn: "2026-10-26" }),
  )
  await context.db.put("summaries", summaryOf("calm", { contactOverdueOn: "2026-12-30" }))
  await context.db.put("accounts", {
    id: "globex",
    name: "Globex",
    raw: { id: "globex" },
    readAt: "2026-11-23T08:00:00Z",
    seenIn: 1,
  })
  await context.db.put("tasks", taskRow("late", { dueOn: "2026-11-02" }))
  await context.db.put("tasks", taskRow("far", { dueOn: "2026-12-30" }))
  await context.db.put("tasks", taskRow("done", { dueOn: "2026-11-24", completedAt: "2026-11-20T10:00:00Z" }))
  const { items, days } = await weekHandlers["week.plan"]({ who: "mine" }, context)
  expect(days).toHaveLength(7)
  expect(items.map(({ kind, id, on, dueOn }) => [kind, id, on, dueOn])).toEqual([
    ["task", "late", "2026-11-23", "2026-11-02"],
    ["contact", "contact-globex", "2026-11-25", "2026-11-25"],
  ])
  // Planned for another day: it stands there, and is due when it was. A day that has passed is no plan.
  const write = (key: string, text: string) => weekHandlers["week.write"]({ key, text }, context)
  await write("plan:task:globex:late", "2026-11-26")
  await write("plan:contact:globex:contact-globex", "2026-11-20")
  const moved = (await weekHandlers["week.plan"]({ who: "mine" }, context)).items
  expect(moved.map(({ id, on, dueOn }) => [id, on, dueOn])).toEqual([
    ["contact-globex", "2026-11-25", "2026-11-25"],
    ["late", "2026-11-26", "2026-11-02"],
  ])
})

it("lists what the rhythms ask this fiscal quarter, and the three customers of the monthly review with why", async () => {
  const context = await listsContext()
  await context.db.put(
    "summaries",
    summaryOf("globex", { arr: 900_000, renewalOn: "2027-01-10", mauOverSeats: 0.95 }),
  )
  await context.db.put("summaries", summaryOf("hooli", { arr: 50_000, mauOverSeats: 0.97 }))
  await context.db.put("summaries", summaryOf("initech", { arr: 80_000, renewalOn: "2027-01-20" }))
  await context.db.put("accounts", {
    id: "globex",
    name: "Globex",
    raw: { id: "globex", name: "Globex", traits: { "sfdc.NumberOfEmployees": 12_400 }, mrr: 75_000 },
    readAt: "2026-11-23T08:00:00Z",
    seenIn: 1,
  })
  const { owed, quarterEndsOn, picks, cut } = await weekHandlers["week.plan"]({ who: "mine" }, context)
  expect([quarterEndsOn, cut]).toEqual(["2027-01-31", 0])
  expect(picks.map(({ name, why }) => `${name}: ${why}`)).toEqual([
    "Globex: largest ARR, $900k",
    "Initech: renews this fiscal quarter, in 58 days",
    "Hooli: 97% of seats used, room to expand",
  ])
  for (const { accountId, nextOn = "", overdue } of owed)
    expect([accountId, overdue || nextOn <= quarterEndsOn]).toEqual(["globex", true])
})

it("gives customers with their facts and kept texts, only those a page is about", async () => {
  const context = await raised()
  await context.db.put("summaries", summaryOf("in", { lighthouse: true, band: "healthy" }))
  await context.db.put("summaries", summaryOf("pool", { team: "Scaled Success" }))
  await context.db.put("accounts", {
    id: "in",
    name: "In",
    raw: { id: "in" },
    readAt: "2026-11-23T08:00:00Z",
    seenIn: 1,
  })
  const ids = async (pick: "lighthouse" | "scaled" | "all") =>
    (await weekHandlers["week.customers"]({ who: "mine", pick }, context)).rows.map(({ id }) => id).sort()
  expect(await ids("lighthouse")).toEqual(["in", "later", "red"])
  expect(await ids("scaled")).toEqual(["pool"])
  await weekHandlers["week.write"]({ key: "raise:1", text: "Cloud terms" }, context)
  const { facts, texts, title } = await weekHandlers["week.customers"]({ who: "mine", pick: "all" }, context)
  expect(facts.map(({ id }) => id)).toEqual(["in"])
  expect([texts, title]).toEqual([{ "raise:1": "Cloud terms" }, "Ada Moss"])
  await weekHandlers["week.write"]({ key: "raise:1", text: "" }, context)
  expect((await weekHandlers["week.customers"]({ who: "mine", pick: "all" }, context)).texts).toEqual({})
})

it("tells changes, moves and each TA's weeks, and since when it knows any", async () => {
  const context = await raised()
  const ask = () => weekHandlers["week.history"]({ who: "all", days: 14 }, context)
  expect(await ask()).toMatchObject({ knownSince: null, changes: [], moves: [] })
  const noted = (accountId: string, on: string, part: object) =>
    context.db.add("history", { accountId, on, at: `${on}T09:00:00.000Z`, kind: "health", ...part } as never)
  const fell = { from: { score: 6, band: "concerning" }, to: { score: 2, band: "poor" } }
  await noted("red", "2026-10-20", {
    from: { score: 8, band: "healthy" },
    to: { score: 6, band: "concerning" },
  })
  await noted("red", "2026-11-18", fell)
  await noted("hers", "2026-11-20", { kind: "mine" })
  await context.db.put("summaries", summaryOf("gone", { churnedOn: "2026-11-19" }))
  context.memory.forget("book-rows")
  const { knownSince, changes, moves, trends } = await ask()
  expect(knownSince).toBe("2026-10-20")
  expect(changes.map(({ accountId, at }) => [accountId, at.slice(0, 10)])).toEqual([["red", "2026-11-18"]])
  expect(moves.map(({ name, kind }) => [name, kind])).toEqual([
    ["Hers", "came"],
    ["Gone", "churned"],
  ])
  const mine = trends.find(({ owner }) => owner === "ada")?.weeks ?? []
  expect(mine[0]?.endsOn).toBe("2026-10-26")
  // Today 2, before the fall 6; the others have 7.
  expect(mine.map(({ average }) => average?.toFixed(2))).toEqual(["6.67", "6.67", "6.67", "6.67", "5.33"])
})
