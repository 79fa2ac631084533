/** Passing faults heal in an open panel, popup and book without a click, within a minute after they end. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { retryName } from "../../kernel/retry"
import { type FakeWorker, startFakeWorker, valueOf } from "../../worker.fake"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
const page = `https://acme.vitally.io/accounts/${globex}`
const nonce = "0123456789abcdef0123"
const now = "2026-11-23T10:00:00Z"
const until = <T>(look: () => Promise<T> | T) => vi.waitFor(look, { timeout: 15_000 })

let replica: Replica
let worker: FakeWorker
let told = 0

beforeAll(async () => {
  replica = await startReplica({ accounts: 8, seed: 3, rateLimit: null, tls: false, now })
})
afterAll(() => replica.close())
beforeEach(async () => {
  replica.control.reset()
  worker = await startFakeWorker({ fetch: replicaFetch(replica), now })
  told = 0
})

const panel = async () => valueOf(await worker.frame(7, page, nonce, "panel.get", {}))
const shown = async () => {
  const { view } = await panel()
  if (view.kind !== "account") throw new Error(view.kind)
  return view.account
}

/** What an open panel and popup do: ask again when they are told to. */
async function listen(): Promise<void> {
  const topics = worker.context.topics()
  const news = topics.slice(told)
  told = topics.length
  if (news.some((topic) => topic === "account:" || topic === `account:${globex}`)) await panel()
  if (news.includes("popup") || news.includes("status")) valueOf(await worker.ask("popup.get", {}))
}

/** Lets time pass in small steps; alarms ring when they are due, and pages listen. */
async function pass(seconds: number): Promise<void> {
  const { alarms } = worker.platform
  for (let second = 0; second < seconds; second += 5) {
    await worker.context.pass(5_000)
    for (const [name, { at }] of [...alarms.armed]) if (at <= worker.context.now()) alarms.ring(name)
    await new Promise((resolve) => setTimeout(resolve, 20))
    await listen()
  }
}

async function open() {
  valueOf(await worker.ask("vitally.connect", { region: "us", ...access }))
  await worker.gate(7, page, { m: "account.hint", p: { nonce } })
  await until(async () => expect((await shown()).vitally).toMatchObject({ refreshing: false }))
  await until(async () =>
    expect(valueOf(await worker.ask("status.get", {})).sync).toMatchObject({ phase: "idle", accounts: 8 }),
  )
}

it.each([
  ["500", { status: 501 }],
  ["400", { status: 400, body: { error: "No." } }],
  ["403", { status: 403, body: { error: "No." } }],
  ["401", { status: 401, body: { error: "No." } }],
  ["404", { status: 404, body: { error: "Not found" } }],
  ["null", { status: 200, body: null }],
  ["another account", { status: 200, body: { id: "x", name: "X" } }],
])(
  "an opened customer that was answered %s",
  async (_what, fault) => {
    await open()
    await pass(65)
    replica.control.fault({ ...fault, path: `/resources/accounts/${globex}`, times: null })
    valueOf(await worker.frame(7, page, nonce, "account.refresh", { accountId: globex }))
    await until(async () => expect((await shown()).vitally.fault).toBeDefined())
    expect((await shown()).vitally.fault?.next).toMatch(/It is tried again at 10:0\d:\d\d\./)
    expect((await shown()).facts.name).toBe("Globex")
    replica.control.clearFaults()
    await pass(55)
    await until(async () => expect((await shown()).vitally.fault).toBeUndefined())
  },
  30_000,
)

it("says until when it waits after a 429, asks within a minute, and lets the user's own Refresh through once", async () => {
  await open()
  await pass(65)
  const headers = { "retry-after": "999999999" }
  replica.control.fault({ path: "/resources/*", status: 429, headers, times: null })
  const refresh = async () =>
    valueOf(await worker.frame(7, page, nonce, "account.refresh", { accountId: globex }))
  await refresh()
  await until(async () => expect((await shown()).vitally.fault?.code).toBe("rate"))
  expect((await shown()).vitally.fault?.next).toMatch(/It is tried again at 10:0\d:\d\d\./)
  replica.control.clearLog()
  await worker.context.pass(1_000)
  await refresh()
  await until(async () => expect((await shown()).vitally.refreshing).toBe(false))
  expect(replica.control.count({ service: "vitally" })).toBe(1)
  // What passed is not waited for: the user's next try ends it for all.
  replica.control.clearFaults()
  await worker.context.pass(1_000)
  await refresh()
  await until(async () => expect((await shown()).vitally.fault).toBeUndefined())
}, 30_000)

it("heals by itself within a minute after a 429 that asked for years", async () => {
  await open()
  await pass(65)
  const headers = { "retry-after": "999999999" }
  replica.control.fault({ path: "/resources/*", status: 429, headers, times: null })
  valueOf(await worker.frame(7, page, nonce, "account.refresh", { accountId: globex }))
  await until(async () => expect((await shown()).vitally.fault?.code).toBe("rate"))
  replica.control.clearFaults()
  await pass(60)
  await until(async () => expect((await shown()).vitally.fault).toBeUndefined())
}, 30_000)

it("asks again for a key that was refused: first within half a minute, then every five at most", async () => {
  await open()
  replica.control.fault({ path: "*", status: 401, body: { error: "No." }, times: null })
  valueOf(await worker.ask("service.test", { service: "vitally" }))
  const state = async () => valueOf(await worker.ask("status.get", {})).vitally
  await until(async () => expect((await state()).state).toBe("needs-sign-in"))
  replica.control.clearLog()
  await pass(30 * 60)
  const asked = replica.control.count({ service: "vitally" })
  expect(asked).toBeGreaterThanOrEqual(6)
  expect(asked).toBeLessThan(130)
  replica.control.clearFaults()
  await pass(5 * 60 + 40)
  await until(async () => expect((await state()).state).toBe("connected"))
}, 60_000)

it("arms nothing where nobody looks", async () => {
  await open()
  replica.control.fault({ path: "*", status: 501, times: null })
  valueOf(await worker.ask("service.test", { service: "vitally" }))
  const { alarms } = worker.platform
  for (let minute = 0; minute < 10; minute += 1) {
    await worker.context.pass(60_000)
    const at = alarms.armed.get(retryName)?.at
    if (at !== undefined && at <= worker.context.now()) alarms.ring(retryName)
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const next = (await alarms.next(retryName)) ?? Infinity
  expect(next - worker.context.now()).toBeGreaterThan(10 * 60_000)
})
