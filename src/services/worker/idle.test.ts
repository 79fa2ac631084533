/** Once nothing changes, nothing happens: alarms, news and the worker's own start must not feed on each other. */
import { afterEach, expect, it, vi } from "vitest"

import { dayJob } from "../badge/day-job"
import { watchBadge } from "../badge/watch-badge"
import { logKey } from "../diagnostics/log"
import { outboxJob } from "../outbox/job"
import { remindersJob } from "../reminders/reminders-job"
import { createFakeContext } from "./context.fake"
import { runJob } from "./job"

afterEach(() => vi.restoreAllMocks())

it("writes nothing and tells nobody anything, however often alarms ring", async () => {
  const context = await createFakeContext({
    settings: {
      vitally: { subdomain: "acme", connected: true },
      me: { adminId: "me", name: "Ada", role: "" },
      firstRunDone: true,
    },
  })
  const { db, platform } = context
  for (const id of ["a", "b"]) {
    await db.put("accounts", { id, name: id, raw: { id }, readAt: "", seenIn: 1, owner: "me" })
    await db.put("summaries", {
      id,
      name: id,
      owner: "me",
      contactOverdueOn: "2026-11-01",
      tier: null,
      tierRank: null,
      band: "unknown",
    } as never)
  }
  watchBadge(context)
  const jobs = [dayJob, outboxJob, remindersJob]
  const ring = async () => {
    for (const job of jobs) await runJob(context, job)
    await context.pass(0)
  }
  await ring()
  await ring()
  expect(await platform.action.badgeText()).toBe("2")

  const local = vi.spyOn(platform.local, "set")
  const writes = [
    vi.spyOn(platform.session, "set"),
    vi.spyOn(platform.action, "setBadge"),
    vi.spyOn(platform.action, "setTitle"),
    vi.spyOn(IDBObjectStore.prototype, "put"),
    vi.spyOn(IDBObjectStore.prototype, "add"),
    vi.spyOn(IDBObjectStore.prototype, "delete"),
  ]
  const told = context.topics().length
  for (let times = 0; times < 20; times++) await ring()
  expect(writes.flatMap((spy) => spy.mock.calls)).toEqual([])
  // The diagnostics' log notes each run; nobody follows it.
  expect(local.mock.calls.filter(([items]) => !(logKey in items))).toEqual([])
  expect(context.topics().slice(told)).toEqual([])
})

it("answers one piece of news with one look, not with news of its own", async () => {
  const context = await createFakeContext()
  watchBadge(context)
  await context.pass(0)
  await context.pass(0)
  const told = context.topics().length
  context.publish("status", "popup")
  for (let turns = 0; turns < 20; turns++) await context.pass(0)
  expect(context.topics().slice(told).sort()).toEqual(["popup", "status"])
})
