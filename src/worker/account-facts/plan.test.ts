import { afterAll, beforeAll, expect, it } from "vitest"

import { assess } from "~src/domain/assess/assess"
import { buildFacts, loadFacts, loadRows } from "."
import { factsContext } from "./facts-context"
import { refreshAccount } from "../sync/refresh-account"
import { runSyncSlice } from "../sync/run-slice"
import { testDeps } from "../sync/testing"
import type { OutboxRow } from "../cache/rows"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

let replica: Replica
let deps: Awaited<ReturnType<typeof testDeps>>

beforeAll(async () => {
  replica = await startReplica({ accounts: 12, seed: 5, rateLimit: null, tls: false })
  deps = await testDeps({ fetch: replicaFetch(replica) })
  for (let more = true; more;) more = (await runSyncSlice(deps)).more
})
afterAll(() => replica.close())

async function planOf(account: keyof typeof showcase) {
  const { id } = showcase[account]
  await refreshAccount(deps, id)
  const context = await factsContext(deps)
  const facts = await loadFacts(deps.db, id, context)
  return facts && assess(facts, context.policy, context.clock).successPlan
}

it("reads a plan's goals from Vitally: the tasks that carry its project", async () => {
  const plan = await planOf("globex")
  expect(plan).toMatchObject({ project: { name: "Success plan: Globex, this quarter" }, done: 3, overdue: 1 })
  expect(plan?.goals).toHaveLength(7)
  expect(plan?.text).toMatch(/^3 of 7 goals done, 1 overdue\. Next: Meet the renewal buyer, was due /)
})

it("knows a plan by its template where its own name was changed", async () => {
  expect(await planOf("initech")).toMatchObject({
    project: { name: "Where Initech wants to be by summer" },
    text: "Both goals are done.",
  })
})

it("says which part is not known", async () => {
  expect((await planOf("cyberdyne"))?.text).toBe(
    'No data on goals: the project "Success plan" holds no tasks.',
  )
  expect((await planOf("vandelay"))?.text).toMatch(/Vitally holds no project named "Success plan"/)
  expect(await planOf("prestige")).toBeNull()
})

it("counts a goal as done while its completion is still on its way", async () => {
  await planOf("globex")
  const context = await factsContext(deps)
  const rows = await loadRows(deps.db, showcase.globex.id)
  if (!rows) throw new Error("not cached")
  const open = rows.tasks.find(({ name }) => name === "80% of seats active")
  const write: OutboxRow = {
    id: "w1",
    accountId: rows.account.id,
    accountName: rows.account.name,
    target: "vitally",
    kind: "task.complete",
    text: "Complete it",
    payload: { taskId: open?.id },
    state: "waiting",
    createdAt: Date.now(),
    sendAfter: Date.now(),
    nextTryAt: 0,
    tries: 0,
    workspace: "us:acme",
  }
  const facts = buildFacts({ ...rows, pending: [write] }, context)
  expect(assess(facts, context.policy, context.clock).successPlan?.done).toBe(4)
})
