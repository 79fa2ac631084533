/** Once nothing changes, nothing happens: alarms, news and the worker's own start must not feed on each other. */
import { afterEach, expect, it, vi } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { startReplica } from "~test/replica/server"

import { dayJob } from "./features/reminders/day-job"
import { watchBadge } from "./features/badge/watch-badge"
import { logKey, readLog } from "./kernel/log"
import { outboxJob } from "./outbox/job"
import { remindersJob } from "./features/reminders/reminders-job"
import { allJobs } from "./all-jobs"
import { createFakeContext } from "./kernel/context.fake"
import { runJob } from "./kernel/job"
import { startFakeWorker, valueOf } from "./worker.fake"

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

it("asks both services only whether something is new, and says nothing, when nothing is", async () => {
  const now = "2026-11-23T10:00:00.000Z"
  const replica = await startReplica({ accounts: 20, seed: 3, rateLimit: null, tls: false, now })
  replica.control.signInAs(0)
  replica.control.consent()
  const worker = await startFakeWorker({ fetch: replicaFetch(replica), now })
  const { context, platform } = worker
  context.wait = () => Promise.resolve()
  Object.assign(platform.identity, { redirectUrl: `https://${"a".repeat(32)}.chromiumapp.org/` })
  platform.identity.signIn = async (url) => {
    const answer = await replicaFetch(replica)(url, { redirect: "manual" })
    return answer.headers.get("location") ?? ""
  }
  const { subdomain, apiKey, myDomain, clientId } = access
  const connected = valueOf(await worker.ask("vitally.connect", { region: "us", subdomain, apiKey }))
  const me = connected.connected && connected.admins.find(({ name }) => name === "Maya Lindqvist")
  await worker.ask("me.set", { adminId: me ? me.id : "", role: "" })
  valueOf(await worker.ask("salesforce.signIn", { myDomain, clientId }))
  const ring = async () => {
    for (const job of allJobs) await runJob(context, job)
    await context.pass(0)
  }
  const rested = async () => {
    const { sync } = valueOf(await worker.ask("status.get", {}))
    return sync.phase === "idle" && sync.lastFullAt !== undefined
  }
  await vi.waitFor(async () => {
    expect(await rested()).toBe(true)
    const asked = replica.control.requests.length
    await ring()
    // The own book's detail has been read as well: a round asks no more than the two lists and Salesforce's two.
    expect(replica.control.requests.length - asked).toBeLessThanOrEqual(4)
  }, 30_000)

  replica.control.clearLog()
  const told = context.topics().length
  const logged = (await readLog(context)).length
  const rounds = 5
  for (let round = 0; round < rounds; round++) await ring()
  expect(replica.control.count({ service: "vitally" })).toBeLessThanOrEqual(2 * rounds)
  expect(replica.control.count({ service: "salesforce" })).toBeLessThanOrEqual(2 * rounds)
  // Only that the services answered, for the age shown: no list and no account is drawn anew.
  expect([...new Set(context.topics().slice(told))]).toEqual(["status"])
  // A start and an end of each job, and nothing that would push what matters out of the log.
  const codes = (await readLog(context)).slice(logged).map(({ code }) => code)
  const once = allJobs.flatMap(({ name }) => [`worker.start-${name}`, `worker.end-${name}`])
  expect(codes).toEqual(Array.from({ length: rounds }, () => once).flat())
  await replica.close()
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
