/** The worker at the replica of Looker: sign-in, the nightly reading, and each thing that goes wrong told apart. */
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest"

import { access } from "~test/replica/options"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"
import { createFakePlatform } from "~src/platform/platform.fake"

import { createFakeContext, type FakeContext, type FakeOptions } from "../../kernel/context.fake"
import { runJob } from "../../kernel/job"
import { accountRow } from "../../sync/rows/account-row"
import { staleCustomers, usageOf } from "../../usage/store"
import type { AccountSummary } from "~src/domain/assessment"
import { usageJob } from "./job"
import { lookerHandlers } from "./looker-handlers"
import { lookerState } from "./looker-job"

const now = "2026-11-30T10:00:00Z"
const typed = {
  ui: access.looker,
  api: "",
  clientId: access.lookerClientId,
  source: `https://${access.looker}/looks/42?toggle=det`,
}
let replica: Replica
let context: FakeContext

beforeAll(async () => {
  replica = await startReplica({ accounts: 12, tls: false, now })
})
afterAll(() => replica.close())
beforeEach(async () => {
  replica.control.reset()
  context = await freshContext()
})

const looker = () => replica.control.world.looker
const customers = () => replica.control.world.book.customers

async function freshContext(options: FakeOptions = {}): Promise<FakeContext> {
  const made = await createFakeContext({ now, fetch: replicaFetch(replica), ...options })
  made.platform.identity.answer = allow
  for (const { id, name, salesforceId } of customers()) {
    const raw = { id, name, externalId: salesforceId, traits: {} }
    await made.db.put(
      "accounts",
      accountRow(raw, { role: "", me: "" }, undefined, { readAt: now, seenIn: 1 }),
    )
    await made.db.put("summaries", { id, name, salesforceId } as AccountSummary)
  }
  return made
}

/** The browser's window, with somebody who presses Allow. */
async function allow(address: string): Promise<string> {
  const call = replicaFetch(replica)
  const page = await call(address)
  if (!page.ok) throw new Error("The user did not approve access.")
  const body = new URL(address).searchParams
  const answer = await call(`https://${access.looker}/auth`, { method: "POST", body })
  return answer.headers.get("location") ?? ""
}

const signIn = (changes: Partial<typeof typed> = {}) =>
  lookerHandlers["looker.signIn"]({ ...typed, ...changes }, context)
/** Runs the job until it is content. */
const settled = () =>
  vi.waitFor(async () => {
    await runJob(context, usageJob)
    expect((await lookerState(context)).running).not.toBe(true)
    expect(await staleCustomers(context.db)).toEqual([])
  }, 8_000)

describe("a sign-in", () => {
  it("goes by PKCE with a verifier that Looker understands, and reads the look at once", async () => {
    expect(await signIn()).toEqual({ signedIn: true })
    await settled()
    const state = await lookerState(context)
    expect(state).toMatchObject({ unmatched: {}, maybeCut: false })
    expect(state.fault).toBeUndefined()
    const [first] = customers()
    const days = await usageOf(context.db, first?.id ?? "")
    expect(days).toHaveLength(13)
    expect(days.at(-1)).toMatchObject({ on: "2026-11-30" })
    const asked = new URL(context.platform.identity.asked[0] ?? "").searchParams
    expect([asked.get("scope"), asked.get("redirect_uri")]).toEqual([
      "cors_api",
      `${context.platform.identity.redirectUrl}looker`,
    ])
    const used = customers().find(({ seats, mau }) => seats !== undefined && mau !== undefined)
    const summary = await context.db.get("summaries", used?.id ?? "")
    expect(summary?.mauOverSeats).toBeCloseTo((used?.mau ?? 0) / (used?.seats ?? 1), 5)
  })

  it("renews in silence what Looker no longer takes, and says it once it is over", async () => {
    await signIn()
    await settled()
    looker().tokens.clear()
    await lookerHandlers["looker.read"]({}, context)
    await settled()
    expect((await lookerState(context)).fault).toBeUndefined()
    looker().tokens.clear()
    looker().refresh.clear()
    await lookerHandlers["looker.read"]({}, context)
    await settled()
    expect((await lookerState(context)).fault?.title).toBe("Looker has ended your sign-in.")
    expect(await context.secrets.looker.grant()).toBeNull()
  })

  it("is kept through a renewal that rotates, and through one that does not", async () => {
    for (const rotates of [true, false]) {
      looker().rotates = rotates
      await signIn()
      await settled()
      for (let renewal = 0; renewal < 2; renewal++) {
        await context.secrets.looker.setAccess(null)
        await lookerHandlers["looker.read"]({}, context)
        await settled()
        expect((await lookerState(context)).fault).toBeUndefined()
      }
    }
  })

  it("ends at Looker, too, even with a token that ran out", async () => {
    await signIn()
    await settled()
    await context.secrets.looker.setAccess({ accessToken: "old", expiresAt: 1 })
    await lookerHandlers["looker.signOut"]({}, context)
    expect(looker().refresh.size).toBe(0)
    expect(await context.secrets.looker.grant()).toBeNull()
    expect((await context.settings.get()).looker.connected).toBe(false)
    // What was read stays until it is undone, like a file.
    expect(await usageOf(context.db, customers()[0]?.id ?? "")).toHaveLength(13)
  })

  it.each<[string, () => unknown, Partial<typeof typed>, string]>([
    [
      "an app that Looker does not know",
      () => looker().clients.clear(),
      {},
      "The sign-in at Looker was not finished.",
    ],
    [
      "no look",
      () => undefined,
      { source: "https://acme.cloud.looker.com/browse" },
      "Looker's address, the client ID and a look are needed.",
    ],
    [
      "no permission of Chrome's",
      () => context.platform.siteAccess.withhold(true),
      {},
      "Chrome does not let Account Lens reach this Looker.",
    ],
    [
      "a client that was removed meanwhile",
      () =>
        replica.control.world.faults.add({
          path: "/api/token",
          status: 404,
          body: { message: "Client not found" },
        }),
      {},
      "Looker does not know this app.",
    ],
    [
      "an API host that is none",
      () => replica.control.world.faults.add({ path: "/api/token", status: 404, body: "<html></html>" }),
      {},
      "There is no Looker API at this address.",
    ],
  ])("says what stands in the way: %s", async (_, arrange, changes, title) => {
    arrange()
    const answer = await signIn(changes)
    expect(answer).toMatchObject({ signedIn: false, fault: { title } })
    expect(await context.secrets.looker.grant()).toBeNull()
  })
})

describe("a reading", () => {
  const fault = (path: string, rest: object) => replica.control.world.faults.add({ path, ...rest })

  it.each<[string, () => unknown, string]>([
    ["a look that is gone", () => looker().looks.clear(), "Looker finds no such look."],
    ["no right to its model", () => void (looker().mayRun = false), "You may not run this look."],
    [
      "a query that fails in the database",
      () => void (looker().failsWith = "Quota exceeded"),
      "The look's query failed in Looker.",
    ],
    [
      "columns that name no week",
      () => void (looker().rows = [{ "a.account_id": "x", "a.mau": 1 }]),
      "The look lacks a column that is needed.",
    ],
    [
      "an origin that is not allowed",
      () => fault("/api/4.0/*", { status: 403, body: "" }),
      "Looker does not take requests from this extension.",
    ],
    [
      "a web page in place of the API",
      () =>
        fault("/api/4.0/*", { status: 404, body: "<!DOCTYPE html><title>Looker Not Found (404)</title>" }),
      "There is no Looker API at this address.",
    ],
    [
      "too many requests",
      () => fault("/api/4.0/*", { status: 429, body: { message: "Too many requests" } }),
      "Looker asks us to wait.",
    ],
    [
      "maintenance",
      () => fault("/api/4.0/*", { status: 502, body: "<html>Bad Gateway</html>" }),
      "Looker can't answer at the moment.",
    ],
    ["an answer cut off", () => fault("*/results", { cut: true }), "Looker can't be reached."],
    [
      "an answer that is no JSON",
      () => fault("*/results", { status: 200, body: "not json" }),
      "Looker's answer can't be read.",
    ],
    [
      "a task that Looker forgot",
      () => fault("*/results", { status: 404, body: { message: "Not found" } }),
      "Looker took too long.",
    ],
    ["no connection", () => fault("/api/4.0/*", { drop: true }), "Looker can't be reached."],
  ])("tells apart: %s", async (_, arrange, title) => {
    arrange()
    await signIn()
    await settled()
    expect((await lookerState(context)).fault?.title).toBe(title)
  })

  it("leaves what is known as it was, and goes on where it stopped", async () => {
    await signIn()
    await settled()
    looker().failsWith = "no"
    await lookerHandlers["looker.read"]({}, context)
    await settled()
    const state = await lookerState(context)
    expect(state.readAt).toBe("2026-11-30T10:00:00.000Z")
    expect(await usageOf(context.db, customers()[0]?.id ?? "")).toHaveLength(13)
  })

  it("goes on with its task after the worker died while Looker was at work", async () => {
    looker().slowness = 3
    const platform = createFakePlatform()
    const databaseName = "looker-dies"
    context = await freshContext({ platform, databaseName })
    await signIn()
    // The worker is gone; another one starts over the same store.
    await vi.waitFor(async () => expect(await context.db.get("meta", "looker.run")).toBeDefined())
    looker().slowness = 0
    for (const task of looker().tasks.values()) task.left = 0
    context = await freshContext({ platform: createFakePlatform(), databaseName })
    await context.settings.set({
      looker: { ...typed, ui: `https://${access.looker}`, api: `https://${access.looker}`, connected: true },
    })
    await context.secrets.looker.setGrant((await platform.local.get("secret.looker.grant")) as never)
    await settled()
    expect((await lookerState(context)).fault).toBeUndefined()
    expect(looker().tasks.size).toBe(1)
    expect(await usageOf(context.db, customers()[0]?.id ?? "")).toHaveLength(13)
  })

  it("is made once a night, and again within the hour only if nobody has to mend anything", async () => {
    await signIn()
    await settled()
    const tasks = () => looker().tasks.size
    await runJob(context, usageJob)
    expect(tasks()).toBe(1)
    await context.pass(15 * 3_600_000)
    await settled()
    expect(tasks()).toBe(1)
    looker().failsWith = "no"
    await context.pass(2 * 3_600_000)
    await settled()
    expect(tasks()).toBe(2)
    await context.pass(3_600_000)
    await settled()
    expect(tasks()).toBe(2)
    looker().failsWith = null
    fault("/api/4.0/*", { status: 502, body: "" })
    await lookerHandlers["looker.read"]({}, context)
    await settled()
    expect(tasks()).toBe(2)
    await context.pass(3_600_000)
    await settled()
    expect(tasks()).toBe(3)
  })

  it("takes a query's address, ids as numbers, and says where an answer may be cut", async () => {
    looker().numericIds = true
    looker().rows = Array.from({ length: 700 }, (_, at) => ({
      "accounts.salesforce_id": at < 3 ? customers()[at]?.salesforceId : `nobody ${at.toString()}`,
      "usage.event_week": "2026-11-23",
      "usage.mau": 5,
    }))
    looker().rowLimit = 500
    await signIn({ source: `https://${access.looker}/explore/usage/weekly?qid=aB3dE6gH9` })
    await settled()
    const state = await lookerState(context)
    expect(state).toMatchObject({ rows: 3, maybeCut: true })
    expect(Object.keys(state.unmatched ?? {})).toHaveLength(50)
  })
})
