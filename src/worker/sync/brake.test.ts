/** The brake on deleting: no answer, however often it comes, takes more than a few rows out of the cache in one day. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { getMeta } from "../cache/meta"
import { refreshAccount } from "./refresh-account"
import { sync } from "./scripted-vitally.fake"
import { testDeps } from "./testing"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
const minutes = 60_000
const day = 24 * 60 * minutes
const empty = { results: [], next: null }

let replica: Replica
let skew = 0
beforeAll(async () => {
  replica = await startReplica({ accounts: 60, seed: 5, rateLimit: null, tls: false })
})
afterAll(() => replica.close())
beforeEach(() => {
  replica.control.reset()
  skew = 0
})

type Deps = Awaited<ReturnType<typeof testDeps>>
const ready = async (): Promise<Deps> => {
  const me = { adminId: replica.control.world.book.advisors[0]?.id ?? "", name: "Maya", role: "" }
  const deps = await testDeps({ fetch: replicaFetch(replica), now: () => Date.now() + skew, me })
  await sync(deps)
  return deps
}
const stores = [
  "accounts",
  "organizations",
  "tasks",
  "touches",
  "contacts",
  "projects",
  "details",
  "summaries",
  "history",
] as const
const sizes = async ({ db }: Deps) =>
  Object.fromEntries(await Promise.all(stores.map(async (name) => [name, await db.count(name)] as const)))
const small = async ({ db }: Deps) => [
  (await getMeta(db, "admins"))?.length,
  (await getMeta(db, "catalogue"))?.length,
  (await getMeta(db, "projectTemplates"))?.length,
  (await getMeta(db, "noteCategories"))?.length,
  await getMeta(db, "traitMap"),
]
const answerAll = (path: string, body: unknown) =>
  replica.control.fault({ host: "*vitally*", path, method: "GET", status: 200, body, times: null })

describe("a whole pass in which every list is answered empty", () => {
  it("takes nothing, day after day, and writes no history", async () => {
    const deps = await ready()
    const before = [await sizes(deps), await small(deps)]
    answerAll("*", empty)
    for (let round = 0; round < 4; round += 1) {
      await sync(deps, true)
      skew += round < 2 ? 11 * minutes : day
    }
    const after = [await sizes(deps), await small(deps)]
    expect(after).toEqual(before)
    replica.control.clearFaults()
    await sync(deps, true)
    expect([await sizes(deps), await small(deps)]).toEqual(before)
  })

  it.each(["/resources/tasks", "/resources/accounts", "/resources/organizations", "/resources/admins"])(
    "only %s: the same, and the others are not asked one by one",
    async (path) => {
      const deps = await ready()
      const before = [await sizes(deps), await small(deps)]
      answerAll(path, empty)
      replica.control.clearLog()
      for (let round = 0; round < 3; round += 1) {
        await sync(deps, true)
        skew += round < 2 ? 11 * minutes : day
      }
      expect([await sizes(deps), await small(deps)]).toEqual(before)
      const single = replica.control.requests.filter(({ route }) =>
        /^(tasks|organizations)\/:id$/.test(route),
      )
      expect(single.length).toBeLessThan(40)
    },
  )
})

describe("customers that are really gone", () => {
  const gone = (count: number) => {
    const ids = replica.control.world.book.customers.map(({ id }) => id).filter((id) => id !== globex)
    for (const id of ids.slice(0, count))
      if (replica.control.world.vitally.account(id)) replica.control.deleteAccount(id)
    return ids.slice(0, count)
  }
  const passOf = async (deps: Deps) => {
    await sync(deps, true)
    skew += 11 * minutes
    await sync(deps)
  }

  it("leave when both proofs are there, three a day at most", async () => {
    const deps = await ready()
    gone(3)
    await passOf(deps)
    expect(await deps.db.count("accounts")).toBe(57)
    gone(6)
    await passOf(deps)
    expect(await deps.db.count("accounts")).toBe(57)
    skew += day
    await passOf(deps)
    expect(await deps.db.count("accounts")).toBe(54)
  })

  it("stay when they are many, however often that is found, and are back with a pass", async () => {
    const deps = await ready()
    const before = await sizes(deps)
    const { world } = replica.control
    const lost = gone(41)
    for (let days = 0; days < 3; days += 1) {
      await passOf(deps)
      skew += day
    }
    expect(await sizes(deps)).toEqual(before)
    const { accounts = {} } = (await getMeta(deps.db, "missing")) ?? {}
    expect(Object.keys(accounts).length).toBe(41)
    for (const id of lost)
      world.vitally.addCustomer(
        world.book.customers.find((one) => one.id === id)!,
        0,
      )
    await sync(deps)
    await sync(deps)
    expect(Object.keys((await getMeta(deps.db, "missing"))?.accounts ?? {})).toEqual([])
    expect(await sizes(deps)).toEqual(before)
  })

  it("come back with links, snoozes and history, and are no news", async () => {
    const deps = await ready()
    const { world } = replica.control
    const mine = world.book.customers.find(
      ({ id }) => id !== globex && replica.control.accountRow(id)["csmId"] === deps.me?.adminId,
    )!
    await deps.db.put("care", { id: `action:${mine.id}:x`, accountId: mine.id, snoozedUntil: "2027-01-01" })
    await deps.db.add("history", {
      accountId: mine.id,
      at: "2026-01-01T00:00:00Z",
      on: "2026-01-01",
      kind: "health",
    })
    replica.control.deleteAccount(mine.id)
    await passOf(deps)
    expect(await deps.db.get("accounts", mine.id)).toBeUndefined()
    world.vitally.addCustomer(mine, 0)
    await sync(deps, true)
    expect(await deps.db.get("accounts", mine.id)).toBeDefined()
    expect(await deps.db.get("care", `action:${mine.id}:x`)).toBeDefined()
    const kinds = (await deps.db.getAllFromIndex("history", "accountId", mine.id)).map(({ kind }) => kind)
    expect(kinds).toEqual(["health"])
  })
})

describe("one customer that is opened", () => {
  it.each([
    ["404", { status: 404, body: { error: "Not found" } }],
    ["404 of a proxy", { status: 404, body: "<html>" }],
    ["410", { status: 410, body: { error: "Gone" } }],
    ["null", { status: 200, body: null }],
    ["an empty list", { status: 200, body: empty }],
    ["{}", { status: 200, body: {} }],
    ["[]", { status: 200, body: [] }],
    ["204", { status: 204, body: "" }],
    ["rows of wrong types", { status: 200, body: { results: [1, "x", null, []], next: 7 } }],
    ["numbers for ids", { status: 200, body: { results: [{ id: 1 }, { id: 2 }], next: null } }],
  ])(
    "loses nothing by one answer %s to all its questions, nor by the same an hour later",
    async (_what, fault) => {
      const deps = await ready()
      await refreshAccount(deps, globex)
      const before = await sizes(deps)
      for (const path of [`*${globex}*`, "/resources/conversations/*", "/resources/organizations/*"])
        replica.control.fault({ ...fault, path, method: "GET", times: null })
      await refreshAccount(deps, globex)
      skew += 60 * minutes
      await refreshAccount(deps, globex)
      expect(await sizes(deps)).toEqual(before)
      replica.control.clearFaults()
      expect((await refreshAccount(deps, globex)).ok).toBe(true)
      expect(await sizes(deps)).toEqual(before)
      expect((await getMeta(deps.db, "missing"))?.accounts ?? {}).toEqual({})
    },
  )
})
