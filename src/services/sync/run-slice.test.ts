import { afterAll, beforeAll, describe, expect, it } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

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
})
