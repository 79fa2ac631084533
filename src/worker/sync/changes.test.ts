import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"

import { searchBook } from "../search"
import { openLensDatabase } from "../cache/database"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { refreshAccount } from "./refresh-account"
import { runSyncSlice } from "./run-slice"
import { testDeps } from "./testing"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
let replica: Replica
/** Moves the clock of the extension alone. */
let skew = 0

beforeAll(async () => {
  replica = await startReplica({ accounts: 60, seed: 5, rateLimit: null, tls: false })
})
afterAll(() => replica.close())
beforeEach(() => {
  replica.control.reset()
  skew = 0
})

const ready = async (overrides: Partial<Parameters<typeof testDeps>[0]> = {}) => {
  const deps = await testDeps({ fetch: replicaFetch(replica), now: () => Date.now() + skew, ...overrides })
  for (let more = true; more;) more = (await runSyncSlice(deps)).more
  return deps
}
const mine = (role = "") => ({
  adminId: replica.control.world.book.advisors[0]?.id ?? "",
  name: "Maya",
  role,
})

describe("changes", () => {
  it("writes a history row with the old and the new score and what moved", async () => {
    const deps = await ready({ me: mine() })
    replica.control.updateAccount(globex, {
      healthScore: 8,
      traits: { "vitally.custom.lastMonthMauOverSeats": 0.85 },
    })
    await runSyncSlice(deps)
    const [row] = await deps.db.getAllFromIndex("history", "accountId", globex)
    expect(row).toMatchObject({
      kind: "health",
      from: { score: 5.375, band: "concerning" },
      to: { score: 8, band: "healthy" },
    })
    expect(row?.moved).toEqual([
      { trait: "mauOverSeats", label: expect.any(String) as string, from: "62%", to: "85%" },
    ])
    await runSyncSlice(deps)
    expect(await deps.db.countFromIndex("history", "accountId", globex)).toBe(1)
  })

  it("notes which accounts became mine and stopped being mine", async () => {
    const deps = await ready({ me: mine() })
    const other = replica.control.world.book.advisors[1]?.id
    replica.control.updateAccount(globex, { csmId: other })
    const added = replica.control.addAccount({ advisor: 0 })
    await runSyncSlice(deps)
    const kinds = (await deps.db.getAll("history")).map(({ accountId, kind }) => [accountId, kind])
    expect(kinds).toContainEqual([globex, "not-mine"])
    expect(kinds).toContainEqual([added, "mine"])
    expect((await deps.db.get("accounts", globex))?.owner).toBe(other)
  })

  it("notes a new account of mine once, also where it is opened before the next sync", async () => {
    const deps = await ready({ me: mine() })
    expect((await deps.db.getAll("history")).filter(({ kind }) => kind === "mine")).toEqual([])
    const added = replica.control.addAccount({ advisor: 0 })
    expect(await refreshAccount(deps, added)).toEqual({ ok: true, accountId: added })
    await runSyncSlice(deps)
    await runSyncSlice(deps, { full: true })
    expect(await deps.db.getAllFromIndex("history", "accountId", added)).toMatchObject([{ kind: "mine" }])
  })

  it("notes an account handed over that is opened for the first time", async () => {
    const deps = await ready({ me: mine() })
    const [theirs] = (await deps.db.getAll("accounts")).filter(
      ({ owner, detailAt }) => owner !== mine().adminId && detailAt === undefined,
    )
    replica.control.updateAccount(theirs?.id ?? "", { csmId: mine().adminId })
    await refreshAccount(deps, theirs?.id ?? "")
    await runSyncSlice(deps)
    const rows = await deps.db.getAllFromIndex("history", "accountId", theirs?.id ?? "")
    expect(rows.map(({ kind }) => kind)).toEqual(["mine"])
  })

  it("does not call the first sweep's accounts new, nor one opened while it runs", async () => {
    replica.control.setPageSize({ vitally: 10 })
    const deps = await testDeps({ fetch: replicaFetch(replica), me: mine() })
    await runSyncSlice(deps, { deadlineMs: 0 })
    await refreshAccount(deps, globex)
    for (let more = true; more;) more = (await runSyncSlice(deps)).more
    expect((await deps.db.getAll("accounts")).length).toBe(60)
    expect((await deps.db.getAll("history")).filter(({ kind }) => kind === "mine")).toEqual([])
  })

  it("takes the book from a key role where one is chosen", async () => {
    const deps = await ready({ me: mine("Account Executive") })
    const account = await deps.db.get("accounts", globex)
    expect(account?.owner).toBe((account?.raw as { accountExecutiveId?: string }).accountExecutiveId)
  })

  it("finds a churned account at once and a deleted one with the next whole sweep", async () => {
    const deps = await ready()
    const [, second, third] = (await deps.db.getAllKeys("accounts")).filter((id) => id !== globex)
    replica.control.churnAccount(second ?? "")
    replica.control.deleteAccount(third ?? "")
    await runSyncSlice(deps)
    expect((await deps.db.get("summaries", second ?? ""))?.churnedOn).toBeDefined()
    expect(await deps.db.get("accounts", third ?? "")).toBeDefined()
    for (let more = true; more;) more = (await runSyncSlice(deps, { full: true })).more
    // One proof is none.
    expect(await deps.db.get("accounts", third ?? "")).toBeDefined()
    skew += 11 * 60_000
    for (let more = true; more;) more = (await runSyncSlice(deps)).more
    expect(await deps.db.get("accounts", third ?? "")).toBeUndefined()
    expect((await searchBook(deps.db, third ?? "")).total).toBe(0)
  })

  it("sweeps everything once a day by itself", async () => {
    const deps = await ready()
    skew = 25 * 3_600_000
    replica.control.log.clear()
    await runSyncSlice(deps)
    expect(replica.control.log.count({ route: "organizations" })).toBeGreaterThan(0)
    expect(Date.parse((await runSyncSlice(deps)).state.lastFullAt ?? "")).toBeGreaterThan(
      Date.now() + skew - 60_000,
    )
  })

  it("reads every task once a week, and on the days between only what was changed or archived", async () => {
    const deps = await ready()
    const [changed, archived] = await deps.db.getAllFromIndex("tasks", "accountId", globex)
    await deps.client.updateTask(changed?.id ?? "", { name: "Renamed since" })
    await deps.client.updateTask(archived?.id ?? "", { archivedAt: new Date().toISOString() })
    const all = await deps.db.count("tasks")
    const sweeps = () =>
      replica.control.requests.filter(
        ({ path, query }) => path.endsWith("/tasks") && query.includes("createdAt"),
      )
    skew = 25 * 3_600_000
    replica.control.clearLog()
    await runSyncSlice(deps)
    expect(sweeps()).toEqual([])
    expect((await deps.db.get("tasks", changed?.id ?? ""))?.name).toBe("Renamed since")
    expect(await deps.db.get("tasks", archived?.id ?? "")).toBeUndefined()
    expect(await deps.db.count("tasks")).toBe(all - 1)
    skew = 8 * 24 * 3_600_000
    await runSyncSlice(deps)
    expect(sweeps().length).toBeGreaterThan(0)
    expect(await deps.db.count("tasks")).toBe(all - 1)
  })

  it("is not misled by a clock that is wrong by years", async () => {
    skew = -5 * 365 * 24 * 3_600_000
    const deps = await ready()
    replica.control.updateAccount(globex, { name: "Globex International" })
    await runSyncSlice(deps)
    expect((await deps.db.get("accounts", globex))?.name).toBe("Globex International")
  })

  it("removes an archived task, also one that the other list just stops showing", async () => {
    const deps = await ready()
    const [task] = await deps.db.getAllFromIndex("tasks", "accountId", globex)
    await deps.client.updateTask(task?.id ?? "", { archivedAt: new Date().toISOString() })
    for (let run = 0; run < 6; run += 1) await runSyncSlice(deps)
    expect(await deps.db.get("tasks", task?.id ?? "")).toBeUndefined()
  })

  it("keeps an account whose row is bad out, counts it, and loses no other", async () => {
    const deps = await testDeps({
      fetch: async (url, init) => {
        const response = await replicaFetch(replica)(url, init)
        if (!url.includes("/accounts?") || !url.includes("createdAt")) return response
        const body = (await response.json()) as { results: unknown[] }
        body.results[3] = { name: "no id" }
        return Response.json(body)
      },
    })
    const { state } = await runSyncSlice(deps)
    expect(state.setAside).toEqual({ count: 1, reasons: [{ reason: "id is missing", count: 1 }] })
    expect(state.accounts).toBe(59)
  })

  it("reads the rest where the key may not read organizations or tasks, says so, and takes nothing for deleted", async () => {
    const deps = await ready()
    const tasks = await deps.db.count("tasks")
    for (const path of ["/resources/organizations", "/resources/tasks"])
      replica.control.fault({ path, status: 403, times: null })
    replica.control.updateAccount(globex, { name: "Globex International" })
    let result = await runSyncSlice(deps, { full: true })
    while (result.more) result = await runSyncSlice(deps)
    expect(result.fault).toBeUndefined()
    expect(result.state.text).toBe(
      "Up to date, without organizations and tasks: Vitally does not list them for this API key.",
    )
    expect((await deps.db.get("accounts", globex))?.name).toBe("Globex International")
    expect(await deps.db.count("tasks")).toBe(tasks)
    replica.control.clearFaults()
    result = await runSyncSlice(deps, { full: true })
    while (result.more) result = await runSyncSlice(deps)
    expect(result.state.text).toBe("Up to date.")
  })

  it("begins a feed anew when its cursor has expired", async () => {
    replica.control.setPageSize({ vitally: 10 })
    const real = replicaFetch(replica)
    let pages = 0
    const deps = await testDeps({
      fetch: (url, init) => {
        if (url.includes("/accounts?") && ++pages === 4) replica.control.expireCursors()
        return real(url, init)
      },
    })
    expect((await runSyncSlice(deps)).state.accounts).toBe(60)
  })

  it("stops for a refused key and says so", async () => {
    const deps = await ready()
    replica.control.setApiKeys(["another"])
    expect(await runSyncSlice(deps)).toMatchObject({ more: false, fault: { code: "auth" } })
    expect(await deps.db.count("accounts")).toBe(60)
  })

  it("waits out a used-up limit in the next slice", async () => {
    const deps = await ready()
    replica.control.fault({
      path: "/resources/accounts",
      status: 429,
      headers: { "retry-after": "40" },
      times: null,
    })
    const result = await runSyncSlice(deps)
    expect(result).toMatchObject({ more: true, fault: { code: "rate" } })
    expect(result.waitMs).toBeGreaterThan(30_000)
  })

  it("lets only one slice run at a time", async () => {
    const deps = await ready({ lock: () => Promise.resolve({ ran: false }) }).catch(() => null)
    expect(deps && (await deps.db.count("accounts"))).toBe(0)
  })
})

describe("workspaces", () => {
  it("are never mixed: the other one's cache is cleared, the outbox kept", async () => {
    const db = await openLensDatabase("two-workspaces")
    const deps = await testDeps({ db, fetch: replicaFetch(replica) })
    await runSyncSlice(deps)
    await db.put("meta", { key: "search+000000042", value: { text: "\nold\t\tx", ids: ["x"] } })
    await db.put("outbox", { id: "o", state: "waiting", accountId: globex, workspace: "us:acme" } as never)
    replica.control.deleteAccount(globex)
    await runSyncSlice({ ...deps, workspace: "us:other" })
    expect(await db.get("accounts", globex)).toBeUndefined()
    expect(await db.count("accounts")).toBe(59)
    expect((await searchBook(db, "old")).hits).toEqual([])
    expect(await db.count("outbox")).toBe(1)
  })
})

describe("progress", () => {
  it("grows from nothing to the end of the first sweep", async () => {
    replica.control.setPageSize({ vitally: 5 })
    const seen: number[] = []
    const deps = await testDeps({ fetch: replicaFetch(replica) })
    for (let more = true; more;) {
      // A slice so short that it ends after each page.
      const result = await runSyncSlice(deps, { deadlineMs: 0 })
      more = result.more
      if (result.state.progress !== null) seen.push(result.state.progress)
      if (result.state.phase === "first") expect(result.state.text).not.toBe("")
    }
    expect(seen.length).toBeGreaterThan(20)
    expect([...seen].sort((a, b) => a - b)).toEqual(seen)
    expect(await deps.db.count("summaries")).toBe(60)
  })
})
