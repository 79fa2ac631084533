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
})
