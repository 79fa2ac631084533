import { expect, it } from "vitest"

import { bookOf, ownerCounts } from "./book"
import { listsContext, outboxRow, summaryOf } from "./lists.fake"

it("gives the user's book by name, with days, statuses and everyone's counts", async () => {
  const context = await listsContext()
  await context.db.put("meta", { key: "admins", value: [{ id: "bo", name: "Bo Lind", active: true }] })
  await context.db.put(
    "summaries",
    summaryOf("hooli", { contactOverdueOn: "2026-11-23", lastContactOn: "2026-10-24" }),
  )
  await context.db.put(
    "summaries",
    summaryOf("globex", {
      contactOverdueOn: "2026-11-26",
      contactDueSoonOn: "2026-11-21",
      renewalOn: "2027-03-13",
    }),
  )
  await context.db.put("summaries", summaryOf("initech", { contactUnknown: "no-source" }))
  await context.db.put("summaries", summaryOf("stark"))
  await context.db.put("summaries", summaryOf("umbrella", { owner: "bo", contactOverdueOn: "2026-12-01" }))
  const book = await bookOf(context)
  expect(book.rows.map(({ name, contactStatus }) => `${name} ${contactStatus}`)).toEqual([
    "Globex due-soon",
    "Hooli overdue",
    "Initech unknown",
    "Stark exempt",
  ])
  expect(book.rows[0]).toMatchObject({ daysOut: 110, daysSinceContact: null, ownerName: "Ada Moss" })
  expect(book.rows[1]).toMatchObject({ daysSinceContact: 30 })
  expect(book.owner).toEqual({ adminId: "ada", name: "Ada Moss" })
  expect(book.owners).toEqual([
    { adminId: "ada", name: "Ada Moss", count: 4 },
    { adminId: "bo", name: "Bo Lind", count: 1 },
  ])
  expect((await bookOf(context, "bo")).rows.map(({ name }) => name)).toEqual(["Umbrella"])
})

it("counts everyone's customers at one go where all owners are known, and misses none where one is not", async () => {
  const context = await listsContext()
  const admin = (id: string) => ({ id, name: id, active: true })
  await context.db.put("meta", { key: "admins", value: [admin("ada"), admin("bo"), admin("idle")] })
  for (const [id, owner] of [
    ["a", "ada"],
    ["b", "bo"],
    ["c", "bo"],
  ] as const)
    await context.db.put("summaries", summaryOf(id, { owner }))
  expect([...(await ownerCounts(context.db))]).toEqual([
    ["ada", 1],
    ["bo", 2],
  ])
  await context.db.put("summaries", summaryOf("d", { owner: "left" }))
  expect((await ownerCounts(context.db)).get("left")).toBe(1)
})

it("shows a contact logged here at once", async () => {
  const context = await listsContext()
  await context.db.put(
    "summaries",
    summaryOf("globex", { contactOverdueOn: "2026-11-20", lastContactOn: "2026-10-21" }),
  )
  await context.db.put("outbox", outboxRow("o1"))
  expect((await bookOf(context)).rows[0]).toMatchObject({
    contactStatus: "ok",
    daysSinceContact: 0,
    lastContactOn: "2026-11-23",
  })
})

it("lists the book's health changes of the last 90 days, newest first", async () => {
  const context = await listsContext()
  await context.db.put("summaries", summaryOf("globex"))
  const change = {
    kind: "health" as const,
    from: { score: 7, band: "healthy" as const },
    to: { score: 6, band: "concerning" as const },
  }
  for (const [accountId, on] of [
    ["globex", "2026-08-01"],
    ["globex", "2026-11-01"],
    ["other", "2026-11-02"],
    ["globex", "2026-11-20"],
  ] as const) {
    await context.db.add("history", { ...change, accountId, on, at: `${on}T09:00:00.000Z` })
  }
  expect((await bookOf(context)).changes.map(({ at }) => at.slice(0, 10))).toEqual([
    "2026-11-20",
    "2026-11-01",
  ])
})
