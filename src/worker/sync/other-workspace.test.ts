import { afterAll, beforeAll, beforeEach, expect, it } from "vitest"

import type { Fetch } from "../kernel/http"
import { clearCache, ensureWorkspace } from "../cache/workspace"
import { getMeta } from "../cache/meta"
import { openLensDatabase } from "../cache/database"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { refreshAccount } from "./refresh-account"
import { runSyncSlice } from "./run-slice"
import { testDeps } from "./testing"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
let replica: Replica
let databases = 0

beforeAll(async () => {
  replica = await startReplica({ accounts: 60, seed: 5, rateLimit: null, tls: false })
})
afterAll(() => replica.close())
beforeEach(() => {
  replica.control.reset()
  replica.control.setPageSize({ vitally: 10 })
})

/** Does `work` once, before the answer to the request that `at` describes is given. */
function interrupted(at: (url: URL) => boolean, work: () => Promise<unknown>): Fetch {
  let left = 1
  return async (input, init) => {
    const answer = await replicaFetch(replica)(input, init)
    if (left > 0 && at(new URL(input))) {
      left -= 1
      await work()
    }
    return answer
  }
}
const secondPage = ({ pathname, searchParams }: URL) =>
  pathname.endsWith("/resources/accounts") &&
  searchParams.has("from") &&
  searchParams.get("sortBy") === "createdAt"

async function untilDone(deps: Parameters<typeof runSyncSlice>[0]): Promise<void> {
  for (let more = true, slices = 0; more && slices < 50; slices += 1) more = (await runSyncSlice(deps)).more
}

it("stops a sweep whose workspace was changed under it: nothing of the old one is stored in the new one's cache", async () => {
  const db = await openLensDatabase(`other-${databases++}`)
  const old = await testDeps({
    db,
    fetch: interrupted(secondPage, () => ensureWorkspace(db, "us:initrode")),
  })
  const result = await runSyncSlice(old)
  expect(result).toMatchObject({ ran: true, more: true, waitMs: 0 })
  expect(result.fault).toBeUndefined()
  expect(await getMeta(db, "workspace")).toBe("us:initrode")
  for (const store of ["accounts", "organizations", "tasks", "summaries", "history"] as const)
    expect([store, await db.count(store)]).toEqual([store, 0])
  expect(await getMeta(db, "sync")).toBeUndefined()
})

it("keeps an account that was being opened out of the new workspace's cache", async () => {
  const db = await openLensDatabase(`other-${databases++}`)
  const old = await testDeps({
    db,
    fetch: interrupted(
      ({ pathname }) => pathname.endsWith("/users"),
      () => ensureWorkspace(db, "us:initrode"),
    ),
  })
  expect((await refreshAccount(old, globex)).ok).toBe(false)
  for (const store of ["accounts", "touches", "contacts", "details", "summaries"] as const)
    expect([store, await db.count(store)]).toEqual([store, 0])
  expect(await getMeta(db, "workspace")).toBe("us:initrode")
})

it("begins anew where the cache was cleared during a sweep: no account before its cursor is missed", async () => {
  const db = await openLensDatabase(`other-${databases++}`)
  const deps = await testDeps({ db, fetch: interrupted(secondPage, () => clearCache(db)) })
  await untilDone(deps)
  expect(await db.count("accounts")).toBe(60)
  expect((await getMeta(db, "sync"))?.lastFullAt).toBeDefined()
})
