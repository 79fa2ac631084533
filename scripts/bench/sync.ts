/**
 * First sync of 10,000 accounts and 20,000 tasks against its floor: fetching, parsing and bulk-storing the same pages with nothing
 * else. Runs in Node with fake-indexeddb, pairs interleaved; a browser's figures differ, the ratio is what counts.
 */
import "fake-indexeddb/auto"
import { deleteDB } from "idb"

import { runSyncSlice } from "~src/services/sync/run-slice"
import { testDeps } from "~src/services/sync/testing"
import { type LensDatabase, openLensDatabase } from "~src/storage/database"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

export interface SyncBench {
  sync_10k: { medianMs: number; floorMs: number; ratio: number; pairs: { syncMs: number; floorMs: number }[] }
  /** Requests of a run when nothing changed. */
  incremental_idle: { requests: number }
  /** Bytes of stored rows for each account, as JSON. */
  bytes_per_account: number
  accounts: number
  tasks: number
}

export interface SyncBenchOptions {
  accounts?: number
  pairs?: number
}

export async function benchSync({ accounts = 10_000, pairs = 5 }: SyncBenchOptions = {}): Promise<SyncBench> {
  const replica = await startReplica({ accounts, tasksPerAccount: 2, seed: 7, rateLimit: null, tls: false })
  try {
    const times: { syncMs: number; floorMs: number }[] = []
    let last: Awaited<ReturnType<typeof syncOnce>> | undefined
    // One of each to warm up: the replica makes its rows when first asked for.
    await floorOnce(replica, "warm")
    for (let pair = 0; pair < pairs; pair += 1) {
      const syncFirst = pair % 2 === 0
      const before = syncFirst ? undefined : await floorOnce(replica, `floor-${pair}`)
      last?.db.close()
      last = await syncOnce(replica, `sync-${pair}`)
      times.push({ syncMs: last.ms, floorMs: before ?? (await floorOnce(replica, `floor-${pair}`)) })
    }
    if (!last) throw new Error("at least one pair")
    const { db, deps } = last
    replica.control.clearLog()
    await runSyncSlice(deps)
    const medianMs = median(times.map(({ syncMs }) => syncMs))
    const floorMs = median(times.map(({ floorMs: ms }) => ms))
    const stored = await db.count("accounts")
    return {
      sync_10k: {
        medianMs,
        floorMs,
        ratio: median(times.map(({ syncMs, floorMs: ms }) => syncMs / ms)),
        pairs: times,
      },
      incremental_idle: { requests: replica.control.count() },
      bytes_per_account: Math.round((await bytesOf(db)) / stored),
      accounts: stored,
      tasks: await db.count("tasks"),
    }
  } finally {
    await replica.close()
  }
}

async function syncOnce(replica: Replica, name: string) {
  await deleteDB(name)
  const db = await openLensDatabase(name)
  const deps = await testDeps({ db, fetch: replicaFetch(replica) })
  const start = performance.now()
  for (let more = true; more;) {
    const result = await runSyncSlice(deps)
    if (result.fault) throw new Error(result.fault.title)
    more = result.more
  }
  return { ms: Math.round(performance.now() - start), db, deps }
}

/** The same pages into the same stores, one after the other, as they come. */
async function floorOnce(replica: Replica, name: string): Promise<number> {
  await deleteDB(name)
  const db = await openLensDatabase(name)
  const fetch = replicaFetch(replica)
  const start = performance.now()
  for (const [feed, store] of [
    ["organizations", "organizations"],
    ["accounts", "accounts"],
    ["tasks", "tasks"],
  ] as const) {
    let from: string | null = null
    do {
      const query = `limit=100&sortBy=createdAt&status=activeOrChurned${from === null ? "" : `&from=${from}`}`
      const response = await fetch(`https://${access.subdomain}.rest.vitally.io/resources/${feed}?${query}`, {
        headers: { Authorization: `Basic ${btoa(`${access.apiKey}:`)}` },
      })
      const body = (await response.json()) as { results: { id: string }[]; next: string | null }
      const tx = db.transaction(store, "readwrite")
      await Promise.all([
        ...body.results.map((raw) => tx.store.put({ ...floorRow, id: raw.id, raw })),
        tx.done,
      ])
      from = body.next
    } while (from !== null)
  }
  const ms = Math.round(performance.now() - start)
  db.close()
  await deleteDB(name)
  return ms
}

const floorRow = {
  name: "",
  readAt: "",
  seenIn: 1,
  source: "vitally",
  accountId: "a",
  assignedToId: "b",
  open: 1,
  salesforceId: "c",
}

async function bytesOf(db: LensDatabase): Promise<number> {
  let bytes = 0
  for (const store of ["accounts", "summaries", "organizations", "tasks", "meta"] as const)
    for (const row of await db.getAll(store)) bytes += JSON.stringify(row).length
  return bytes
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
