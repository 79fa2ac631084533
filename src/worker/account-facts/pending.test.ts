import { describe, expect, it } from "vitest"

import { loadFacts } from "."
import { prune } from "../outbox/claim"
import { factsContext } from "./facts-context"
import { testDeps } from "../sync/testing"
import type { LensDatabase } from "../cache/database"
import type { OutboxRow } from "../cache/rows"

const readAt = "2026-11-23T09:00:00.000Z"

const write = (id: string, kind: OutboxRow["kind"], part: Partial<OutboxRow> = {}): OutboxRow => ({
  id,
  accountId: "a1",
  accountName: "Acme",
  target: "vitally",
  kind,
  text: "",
  payload: { taskId: "t1" },
  state: "waiting",
  createdAt: Date.parse("2026-11-23T10:00:00Z"),
  sendAfter: 0,
  nextTryAt: 0,
  tries: 0,
  workspace: "us:acme",
  ...part,
})

/** When the account's one task was completed, as shown: undefined where it is open. */
async function completion(
  outbox: OutboxRow[],
  meanwhile: (db: LensDatabase) => Promise<void> = async () => undefined,
): Promise<string | undefined> {
  const deps = await testDeps({ fetch: () => Promise.reject(new TypeError("Failed to fetch")) })
  const account = { id: "a1", name: "Acme", raw: { id: "a1" }, readAt, detailAt: readAt, seenIn: 1 }
  await deps.db.put("accounts", account)
  await deps.db.put("tasks", {
    id: "t1",
    accountId: "a1",
    source: "vitally",
    raw: { id: "t1", name: "Call" },
    name: "Call",
    open: 1,
    readAt,
    seenIn: 1,
  })
  for (const row of outbox) await deps.db.put("outbox", row)
  await meanwhile(deps.db)
  const facts = await loadFacts(deps.db, "a1", await factsContext(deps))
  return facts?.tasks?.[0]?.completedAt
}

it("shows the last of a task's writes in the order they were asked for, not by the clock or their names", async () => {
  const complete = write("w2", "task.complete", { order: 1 })
  expect(await completion([complete, write("w1", "task.reopen", { order: 2 })])).toBeUndefined()
  expect(await completion([complete])).toBeDefined()
  const setBack = { order: 2, createdAt: complete.createdAt - 3_600_000 }
  expect(await completion([complete, write("w3", "task.reopen", setBack)])).toBeUndefined()
})

it("believes what is read after a clock was set back over a write that the clock before it says was sent later", async () => {
  const sent = { state: "sent", settledAt: Date.parse("2026-11-23T14:00:00Z") } as const
  const settled = async (db: LensDatabase) => prune(db, Date.parse("2026-11-23T08:59:00Z"))
  expect(await completion([write("w1", "task.complete", sent)], settled)).toBeUndefined()
})

it("takes writes of an earlier version, which noted no order, by their time", async () => {
  const complete = write("w2", "task.complete")
  const reopen = write("w1", "task.reopen", { createdAt: complete.createdAt + 1 })
  expect(await completion([complete, reopen])).toBeUndefined()
})

describe("a reading that was under way while a write arrived", () => {
  const settledAt = Date.parse("2026-11-23T09:00:00Z")
  const sent = { state: "sent", settledAt, createdAt: settledAt - 8_000 } as const
  /** The row was read before the write and stored so long after it. */
  const readSoonAfter = (ms: number) => async (db: LensDatabase) => {
    const row = await db.get("tasks", "t1")
    const stamp = new Date(settledAt + ms).toISOString()
    if (row) await db.put("tasks", { ...row, readAt: stamp })
    const account = await db.get("accounts", "a1")
    if (account) await db.put("accounts", { ...account, readAt: stamp, detailAt: stamp })
  }

  it("does not open a task again that was just ticked", async () => {
    expect(await completion([write("w1", "task.complete", sent)], readSoonAfter(400))).toBeDefined()
  })

  it("is followed by the service's word", async () => {
    expect(await completion([write("w1", "task.complete", sent)], readSoonAfter(31_000))).toBeUndefined()
  })
})

it("shows a contact once that was logged to both systems, also where one of them was read back", async () => {
  const deps = await testDeps({ fetch: () => Promise.reject(new TypeError("Failed to fetch")) })
  const at = "2026-11-23T08:00:00.000Z"
  const payload = { channel: "call", direction: "outbound", at, on: "2026-11-23", subject: "Call" }
  const account = { id: "a1", name: "Acme", raw: { id: "a1" }, readAt, detailAt: readAt, seenIn: 1 }
  await deps.db.put("accounts", account)
  await deps.db.put("outbox", write("w1:salesforce", "touch.log", { payload, target: "salesforce" }))
  const touches = async () => (await loadFacts(deps.db, "a1", await factsContext(deps)))?.touches
  await deps.db.put("outbox", write("w1", "touch.log", { payload }))
  expect(await touches()).toHaveLength(1)
  await deps.db.delete("outbox", "w1")
  await deps.db.put("touches", {
    id: "note:account-lens:w1",
    accountId: "a1",
    at,
    on: "2026-11-23",
    channel: "call",
    direction: "outbound",
    automatic: false,
    source: "vitally",
  })
  expect(await touches()).toHaveLength(1)
})

it("counts a status that is on its way: the plan is as fresh as the note, which is no contact", async () => {
  const deps = await testDeps({ fetch: () => Promise.reject(new TypeError("Failed to fetch")) })
  await deps.db.put("accounts", {
    id: "a1",
    name: "Acme",
    raw: { id: "a1" },
    readAt,
    detailAt: readAt,
    seenIn: 1,
  })
  await deps.db.put("details", { id: "a1:meetings", accountId: "a1", part: "meetings", body: [], readAt })
  const note = { subject: "Get Well", text: "Two teams in.", about: "get-well", at: "2026-11-23T10:00:00Z" }
  await deps.db.put("outbox", write("w1", "note.add", { payload: note }))
  const facts = await loadFacts(deps.db, "a1", await factsContext(deps))
  expect(facts?.planNotes).toEqual({ getWell: "2026-11-23" })
  expect(facts?.touches).toMatchObject([{ verdict: "internal" }])
})
