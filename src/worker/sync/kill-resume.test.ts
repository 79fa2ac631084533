import { afterAll, beforeAll, expect, it } from "vitest"

import { openLensDatabase } from "../cache/database"
import { Killed, mortal, random } from "~test/fakes/mortal"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { runSyncSlice } from "./run-slice"
import { searchBook } from "../search"
import { testDeps } from "./testing"

const accounts = 120
const rounds = 10
const killsEach = 8

let replica: Replica

beforeAll(async () => {
  replica = await startReplica({ accounts, tasksPerAccount: 2, seed: 11, rateLimit: null, tls: false })
})
afterAll(() => replica.close())

function disturb(next: () => number, added: Set<unknown>): void {
  const { control } = replica
  const pick = next()
  const path = next() < 0.5 ? "/resources/accounts" : "/resources/tasks"
  if (pick < 0.2) control.fault({ path, status: 500 })
  else if (pick < 0.35) control.fault({ path, status: 429, headers: { "retry-after": "0" } })
  else if (pick < 0.5) control.fault({ path, cut: true })
  else if (pick < 0.6) control.fault({ path, drop: true })
  else if (pick < 0.7) control.expireCursors()
  else if (pick < 0.85) {
    const rows = [...control.world.vitally.accounts.all()]
    const row = rows[Math.floor(next() * rows.length)]
    if (row) control.updateAccount(row.id, { traits: { "vitally.custom.nextSteps": `step ${next()}` } })
  } else if (pick < 0.93) added.add(control.addAccount())
  else control.setPageSize({ vitally: 10 + Math.floor(next() * 30) })
}

it(`ends with exactly the service's data, killed at ${rounds * killsEach} random points under faults and changes`, async () => {
  let kills = 0
  for (let round = 0; round < rounds; round += 1) {
    const next = random(round + 1)
    replica.control.reset()
    replica.control.setPageSize({ vitally: 25 })
    const name = `kill-${round}`
    const real = replicaFetch(replica)
    const added = new Set<unknown>()
    for (let kill = 0; kill < killsEach; kill += 1) {
      const body = mortal(await openLensDatabase(name), real, 5 + Math.floor(next() * 260))
      disturb(next, added)
      const deps = await testDeps(body)
      await runSyncSlice(deps).catch((error: unknown) => {
        if (!(error instanceof Killed || (error instanceof Error && error.name === "AbortError"))) throw error
        kills += 1
      })
    }
    replica.control.clearFaults()
    const db = await openLensDatabase(name)
    const deps = await testDeps({ db, fetch: real })
    for (let more = true; more;) more = (await runSyncSlice(deps)).more
    await runSyncSlice(deps)
    await runSyncSlice(deps)

    const { vitally } = replica.control.world
    const expected = [...vitally.accounts.all()].map(
      ({ row }) => JSON.parse(JSON.stringify(row)) as { id: string },
    )
    const stored = (await db.getAll("accounts")).map(({ raw }) => raw)
    const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1)
    expect(stored.sort(byId)).toEqual(expected.sort(byId))
    expect((await db.getAllKeys("summaries")).sort()).toEqual(expected.map(({ id }) => id).sort())
    // The replica gives an account added later tasks that are older than the sync: only a whole sweep can see those.
    const tasks = [...vitally.tasks.all()].filter(
      ({ row }) => row["archivedAt"] === null && !added.has(row["accountId"]),
    )
    const taskIds = (await db.getAll("tasks"))
      .filter(({ accountId }) => !added.has(accountId))
      .map(({ id }) => id)
    expect(taskIds.sort()).toEqual(tasks.map(({ id }) => id).sort())
    expect((await searchBook(db, "-", { limit: 1 })).total).toBe(expected.length)
    db.close()
  }
  expect(kills).toBeGreaterThanOrEqual(50)
}, 120_000)
