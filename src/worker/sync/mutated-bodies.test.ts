/** Accounts and a whole workspace, read from Vitally's bodies with anything in them broken: nothing throws, no good row is lost. */
import fc from "fast-check"
import { afterAll, beforeAll, expect, it } from "vitest"

import { assess } from "~src/domain/assess/assess"
import { summarise } from "~src/domain/assess/summarise"
import { loadFacts } from "../account-facts"
import { isBag } from "../vitally/rows"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { factsContext } from "../account-facts/facts-context"
import type { SyncDeps } from "../account-facts/sync-deps"
import { refreshAccount } from "./refresh-account"
import { runSyncSlice } from "./run-slice"
import { testDeps } from "./testing"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
const runs = Number(process.env.MUTATED_RUNS ?? 400)

let replica: Replica
/** Path and query -> body, as the replica answers. */
type Bodies = Map<string, string>
const ofAccount: Bodies = new Map()
const ofWorkspace: Bodies = new Map()

beforeAll(async () => {
  replica = await startReplica({ accounts: 30, seed: 5, rateLimit: null, tls: false })
  await refreshAccount(await recording(ofAccount), globex)
  await runSyncSlice(await recording(ofWorkspace))
})
afterAll(() => replica.close())

function recording(bodies: Bodies) {
  const through = replicaFetch(replica)
  return testDeps({
    fetch: async (url, init) => {
      const response = await through(url, init)
      if (response.ok) bodies.set(keyOf(url), await response.clone().text())
      return response
    },
  })
}

const keyOf = (url: string) => new URL(url).pathname + new URL(url).search

const junk = fc.oneof(
  fc.constantFrom<unknown>(null, "", " ", "x", "<b onclick=x>", "2026-13-45", 0, -1, 1e21, true, [], {}, [
    null,
  ]),
  fc.jsonValue({ maxDepth: 2 }),
)
/** Where to go down, chosen by number at each level, and what to leave there; no value: the key is taken away. */
const mutation = fc.record({
  steps: fc.array(fc.nat(), { minLength: 2, maxLength: 6 }),
  value: fc.option(junk, { nil: undefined }),
})
const mutations = fc.array(fc.tuple(fc.nat(), mutation), { minLength: 1, maxLength: 10 })

/** The envelope stays one and an account or thread keeps its own id: without them there is nothing to read. */
const kept = new Set(["results", "next", "id"])

function mutate(body: unknown, { steps, value }: { steps: number[]; value: unknown }): void {
  let at = body
  for (const [depth, step] of steps.entries()) {
    if (!Array.isArray(at) && !isBag(at)) return
    const holder = at as Record<string, unknown>
    const keys = Object.keys(holder)
    const key = keys[step % keys.length]
    if (key === undefined) return
    const below = holder[key]
    const goesOn = depth < steps.length - 1 && typeof below === "object" && below !== null
    if (!goesOn) {
      if (depth === 0 && kept.has(key)) return
      if (value !== undefined) holder[key] = structuredClone(value)
      else if (Array.isArray(at)) at.splice(Number(key), 1)
      else Reflect.deleteProperty(holder, key)
      return
    }
    at = below
  }
}

/** Bodies with these changes, each in the one that its number chooses, and a service that answers with them. */
async function broken(bodies: Bodies, changes: [number, Parameters<typeof mutate>[1]][]) {
  const paths = [...bodies.keys()]
  const changed = new Map([...bodies].map(([key, text]) => [key, JSON.parse(text) as unknown]))
  for (const [which, change] of changes) mutate(changed.get(paths[which % paths.length] ?? ""), change)
  const deps = await testDeps({
    fetch: (url) => {
      const body = changed.get(keyOf(url))
      const status = body === undefined ? 404 : 200
      return Promise.resolve(new Response(JSON.stringify(body ?? { error: "Not found" }), { status }))
    },
  })
  const goodIds = (path: RegExp) =>
    idsIn([...changed].filter(([key]) => path.test(key)).map(([, body]) => body))
  return { deps, goodIds }
}

it("reads an opened account from mutated bodies without a throw, and keeps every good row", async () => {
  expect(ofAccount.size).toBeGreaterThanOrEqual(9)
  await fc.assert(
    fc.asyncProperty(mutations, async (changes) => {
      const { deps, goodIds } = await broken(ofAccount, changes)
      expect(await refreshAccount(deps, globex)).toEqual({ ok: true, accountId: globex })
      await judge(deps, globex)
      const stored = async (store: "contacts" | "projects") =>
        (await deps.db.getAllFromIndex(store, "accountId", globex)).map(
          ({ raw }) => (raw as { id: string }).id,
        )
      expect((await stored("contacts")).sort()).toEqual(goodIds(/\/users/))
      expect((await stored("projects")).sort()).toEqual(goodIds(/\/projects/))
      deps.db.close()
    }),
    { numRuns: runs },
  )
}, 600_000)

it("sweeps a workspace of mutated bodies without a throw, and keeps every good row", async () => {
  await fc.assert(
    fc.asyncProperty(mutations, async (changes) => {
      const { deps, goodIds } = await broken(ofWorkspace, changes)
      expect((await runSyncSlice(deps)).fault).toBeUndefined()
      const accounts = await deps.db.getAllKeys("accounts")
      expect(accounts).toEqual(expect.arrayContaining(goodIds(/\/accounts\?.*createdAt/)))
      const organizations = await deps.db.getAllKeys("organizations")
      expect(organizations).toEqual(expect.arrayContaining(goodIds(/\/organizations\?.*createdAt/)))
      for (const id of accounts.slice(0, 3)) await judge(deps, id)
      deps.db.close()
    }),
    { numRuns: runs / 5 },
  )
}, 600_000)

async function judge(deps: SyncDeps, id: string): Promise<void> {
  const context = await factsContext(deps)
  const facts = await loadFacts(deps.db, id, context)
  if (!facts) throw new Error("not cached")
  expect(assess(facts, context.policy, context.clock).health.categories).toBeDefined()
  summarise(facts, context.policy, context.clock)
}

function idsIn(bodies: unknown[]): string[] {
  const rows = bodies.flatMap((body) =>
    isBag(body) && Array.isArray(body.results) ? (body.results as unknown[]) : [],
  )
  const ids = rows.flatMap((row) => {
    const id = isBag(row) ? row.id : undefined
    return (typeof id === "string" && id !== "") || typeof id === "number" ? [String(id)] : []
  })
  return [...new Set(ids)].sort()
}
