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
  it("reads the whole book in its first sweep", async () => {
    const deps = await testDeps({ fetch: replicaFetch(replica) })
    const result = await runSyncSlice(deps)
    console.log(result.fault, result.state)
    expect(await deps.db.count("accounts")).toBe(250)
    console.log(
      await deps.db.count("tasks"),
      (await deps.db.getAll("summaries"))[0],
      await deps.db.count("organizations"),
      await deps.db.get("meta", "traitMap"),
    )
    replica.control.clearLog()
    console.log(
      await runSyncSlice(deps),
      replica.control.requests.map((r) => r.path + r.query),
    )
  })
})
