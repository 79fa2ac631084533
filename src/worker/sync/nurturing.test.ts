import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"

import { assess } from "~src/domain/assess/assess"
import { defaultPolicy } from "~src/domain/policy/presets"
import { loadFacts } from "../account-facts"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { factsContext } from "../account-facts/facts-context"
import { refreshAccount } from "./refresh-account"
import { askResummariseAll } from "./rows/resummarise"
import { runSyncSlice } from "./run-slice"
import { testDeps } from "./testing"

/** Nine in ten seats, 36 % daily use, renewal in 320 days. */
const initech = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f002"
/** Below both goals from the start. */
const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
const seatsUsed = "vitally.custom.lastMonthMauOverSeats"
const dayMs = 86_400_000

let replica: Replica
let days = 0

beforeAll(async () => {
  replica = await startReplica({ accounts: 10, seed: 5, rateLimit: null, tls: false })
})
afterAll(() => replica.close())
beforeEach(() => {
  replica.control.reset()
  days = 0
})

async function book() {
  const deps = await testDeps({ fetch: replicaFetch(replica), now: () => Date.now() + days * dayMs })
  const sync = async () => {
    for (let more = true; more;) more = (await runSyncSlice(deps)).more
  }
  const stage = async (id: string) => (await deps.db.get("summaries", id))?.stage
  const assessed = async (id: string) => {
    const context = await factsContext(deps)
    const facts = await loadFacts(deps.db, id, context)
    return facts && assess(facts, context.policy, context.clock).lifecycle
  }
  await sync()
  return { deps, sync, stage, assessed }
}

it("keeps Nurturing for two months after usage fell, then calls it Adopting", async () => {
  const { deps, sync, stage, assessed } = await book()
  expect(await stage(initech)).toBe("3. Nurturing")
  expect((await deps.db.get("summaries", initech))?.nurturingBelowOn).toBeUndefined()

  days = 3
  replica.control.updateAccount(initech, { traits: { [seatsUsed]: 0.7 } })
  await sync()
  const fell = (await deps.db.get("summaries", initech))?.nurturingBelowOn
  expect(fell).toBe(new Date(Date.now() + 3 * dayMs).toISOString().slice(0, 10))
  expect(await stage(initech)).toBe("3. Nurturing")
  expect(await assessed(initech)).toMatchObject({ stage: "3. Nurturing", belowOn: fell })

  // Opened, and changed once more: the first day stays.
  days = 20
  replica.control.updateAccount(initech, { traits: { [seatsUsed]: 0.65 } })
  await refreshAccount(deps, initech)
  expect(await deps.db.get("summaries", initech)).toMatchObject({
    stage: "3. Nurturing",
    nurturingBelowOn: fell,
  })

  days = 3 + defaultPolicy.lifecycle.nurturingLostAfterDays
  expect(await assessed(initech)).toMatchObject({ stage: "3. Nurturing" })
  days += 1
  expect(await assessed(initech)).toMatchObject({ stage: "2. Adopting" })
  await sync()
  expect(await stage(initech)).toBe("2. Adopting")
  expect((await deps.db.get("summaries", initech))?.nurturingBelowOn).toBeUndefined()
}, 20_000)

it("starts anew when the goals are met again, and never begins for a customer that never met them", async () => {
  const { deps, sync, stage } = await book()
  replica.control.updateAccount(initech, { traits: { [seatsUsed]: 0.7 } })
  replica.control.updateAccount(globex, { traits: { [seatsUsed]: 0.5 }, nextRenewalDate: null })
  await sync()
  expect(await stage(globex)).not.toBe("3. Nurturing")
  replica.control.updateAccount(initech, { traits: { [seatsUsed]: 0.85 } })
  days = 1
  await sync()
  expect((await deps.db.get("summaries", initech))?.nurturingBelowOn).toBeUndefined()
})

it("does not take another way of counting for a fall, and keeps one that is under way", async () => {
  const { deps, sync, stage } = await book()
  const stricter = structuredClone(defaultPolicy)
  stricter.lifecycle.nurturing.mauOverSeats = 0.95
  deps.policy = stricter
  await askResummariseAll(deps.db)
  await sync()
  expect(await stage(initech)).toBe("2. Adopting")

  deps.policy = defaultPolicy
  await askResummariseAll(deps.db)
  await sync()
  expect(await stage(initech)).toBe("3. Nurturing")
  replica.control.updateAccount(initech, { traits: { [seatsUsed]: 0.7 } })
  await sync()
  await askResummariseAll(deps.db)
  days = 2
  await sync()
  expect(await stage(initech)).toBe("3. Nurturing")
})
