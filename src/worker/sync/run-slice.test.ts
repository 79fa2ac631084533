import { afterAll, beforeAll, describe, expect, it } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { askResummariseAll } from "./rows/resummarise"
import { runSyncSlice } from "./run-slice"
import { testDeps } from "./testing"

let replica: Replica

beforeAll(async () => {
  replica = await startReplica({ accounts: 250, seed: 3, rateLimit: null, tls: false })
})
afterAll(() => replica.close())

describe("runSyncSlice", () => {
  it("reads the whole book in its first sweep, and asks twice when nothing changed", async () => {
    const deps = await testDeps({ fetch: replicaFetch(replica) })
    const result = await runSyncSlice(deps)
    expect(result).toMatchObject({ ran: true, more: false })
    expect(result.fault).toBeUndefined()
    expect(result.state).toMatchObject({ phase: "idle", accounts: 250, setAside: { count: 0 } })
    expect(await deps.db.count("summaries")).toBe(250)
    replica.control.clearLog()
    await runSyncSlice(deps)
    expect(replica.control.requests.map(({ path }) => path)).toEqual([
      "/resources/accounts",
      "/resources/tasks",
    ])
  })

  it("reads every task where the user asks for everything while a daily pass without them is under way", async () => {
    let now = Date.parse("2026-11-20T09:00:00Z")
    const deps = await testDeps({ fetch: replicaFetch(replica), now: () => now })
    await runSyncSlice(deps)
    now += 25 * 3_600_000
    await runSyncSlice(deps, { deadlineMs: 0 })
    const sweeps = () =>
      replica.control.requests.filter(
        ({ path, query }) => path.endsWith("/tasks") && query.includes("createdAt"),
      )
    replica.control.clearLog()
    for (let more = true, full = true; more; full = false) more = (await runSyncSlice(deps, { full })).more
    expect(sweeps().length).toBeGreaterThan(0)
  })

  it("derives in a sweep, also in one of many slices, what it would of the stored rows", async () => {
    replica.control.setPageSize({ vitally: 20 })
    const deps = await testDeps({ fetch: replicaFetch(replica) })
    for (let more = true; more;) more = (await runSyncSlice(deps, { deadlineMs: 15 })).more
    const swept = await deps.db.getAll("summaries")
    await askResummariseAll(deps.db)
    await runSyncSlice(deps)
    expect(await deps.db.getAll("summaries")).toEqual(swept)
    expect(swept.filter(({ score }) => score !== null).length).toBeGreaterThan(100)
  })
})
