/**
 * First sync of 10,000 accounts and 20,000 tasks against its floor: fetching, parsing and bulk-storing the same pages with nothing
 * else. Both run in the worker of the built extension, pairs interleaved. In Node with fake-indexeddb the ratio would be another one:
 * there storing is plain JavaScript on the same thread, and a row that lacks an index's key costs an exception.
 */
import { rmSync } from "node:fs"

import type { BrowserContext, Page } from "@playwright/test"

import { ask } from "../../test/browser/ask"
import { launchWithExtension } from "../../test/browser/launch"
import { access } from "../../test/replica/options"
import { type Replica, startReplica } from "../../test/replica/server"

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
  const replica = await startReplica({ accounts, tasksPerAccount: 2, seed: 7, rateLimit: null })
  const { context, extensionId, profile } = await launchWithExtension({ port: replica.port })
  try {
    const page = await context.newPage()
    await closeWelcome(context)
    await page.goto(`chrome-extension://${extensionId}/options.html`)
    const { subdomain, apiKey } = access
    await ask(page, "vitally.connect", { region: "us", subdomain, apiKey })
    // One of each to warm up: the replica makes its rows when first asked for.
    await synced(page)
    await floorOnce(context, "floor-warm")
    const times: { syncMs: number; floorMs: number }[] = []
    for (let pair = 0; pair < pairs; pair += 1) {
      const name = `floor-${String(pair)}`
      const before = pair % 2 === 0 ? undefined : await floorOnce(context, name)
      const syncMs = await syncOnce(page, replica)
      times.push({ syncMs, floorMs: before ?? (await floorOnce(context, name)) })
    }
    const stored = await page.evaluate(bytesStored, [
      "accounts",
      "summaries",
      "organizations",
      "tasks",
      "meta",
    ])
    replica.control.clearLog()
    const { lastOkAt } = (await ask(page, "status.get", {})).sync
    await ask(page, "sync.now", {})
    await until(page, ({ phase, lastOkAt: at }) => phase === "idle" && at !== lastOkAt)
    const { sync } = await ask(page, "status.get", {})
    return {
      sync_10k: {
        medianMs: median(times.map(({ syncMs }) => syncMs)),
        floorMs: median(times.map(({ floorMs }) => floorMs)),
        ratio: median(times.map(({ syncMs, floorMs }) => syncMs / floorMs)),
        pairs: times,
      },
      incremental_idle: { requests: replica.control.count({ service: "vitally" }) },
      bytes_per_account: Math.round(stored / sync.accounts),
      accounts: sync.accounts,
      tasks: sync.tasks,
    }
  } finally {
    await context.close()
    await replica.close()
    rmSync(profile, { recursive: true, force: true })
  }
}

/** Chrome opens it with a new extension. It asks how far a sync is, and counts the tiers of what is there. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith("/tabs/app.html#welcome")
  const welcome =
    context.pages().find(isWelcome) ?? (await context.waitForEvent("page", { predicate: isWelcome }))
  await welcome.close()
}

/** From its first request until all is stored, with no page open that asks how far it is. */
async function syncOnce(page: Page, { control }: Replica): Promise<number> {
  const options = page.url()
  control.clearLog()
  await ask(page, "data.clear", { what: "cache" })
  await page.goto("about:blank")
  for (let seen = -1; seen < 1 || seen !== control.requests.length;) {
    seen = control.requests.length
    await new Promise((resolve) => setTimeout(resolve, 3_000))
  }
  await page.goto(options)
  return (await synced(page)) - (control.requests[0]?.at ?? Number.NaN)
}

/** @returns when the first sweep ended, epoch milliseconds. */
async function synced(page: Page): Promise<number> {
  return Date.parse((await until(page, ({ lastFullAt }) => lastFullAt !== undefined)).lastFullAt ?? "")
}

type Sync = Awaited<ReturnType<typeof ask<"status.get">>>["sync"]

async function until(page: Page, done: (sync: Sync) => boolean): Promise<Sync> {
  const deadline = Date.now() + 300_000
  for (;;) {
    const { sync } = await ask(page, "status.get", {})
    if (done(sync)) return sync
    if (Date.now() > deadline) throw new Error("The sync does not end.")
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function floorOnce(context: BrowserContext, name: string): Promise<number> {
  const [worker] = context.serviceWorkers()
  if (!worker) throw new Error("The worker is gone.")
  return worker.evaluate(floor, {
    name,
    base: `https://${access.subdomain}.rest.vitally.io/resources`,
    authorization: `Basic ${btoa(`${access.apiKey}:`)}`,
  })
}

/** Runs in the worker. The same pages into the same stores with the same indexes, one after the other as they come. */
async function floor({ name, base, authorization }: Record<"name" | "base" | "authorization", string>) {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onupgradeneeded = () => {
      const { result } = request
      const accounts = result.createObjectStore("accounts", { keyPath: "id" })
      accounts.createIndex("salesforceId", "salesforceId")
      accounts.createIndex("organizationId", "organizationId")
      result.createObjectStore("organizations", { keyPath: "id" })
      const tasks = result.createObjectStore("tasks", { keyPath: "id" })
      tasks.createIndex("accountId", "accountId")
      tasks.createIndex("mine", ["assignedToId", "open"])
      tasks.createIndex("done", ["assignedToId", "completedAt"])
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(String(request.error)))
  })
  const start = performance.now()
  for (const feed of ["organizations", "accounts", "tasks"]) {
    let from: string | null = null
    do {
      const cursor: string = from === null ? "" : `&from=${from}`
      const response: Response = await fetch(
        `${base}/${feed}?limit=100&sortBy=createdAt&status=activeOrChurned${cursor}`,
        { headers: { Authorization: authorization }, credentials: "omit", cache: "no-store" },
      )
      const body = (await response.json()) as {
        results: (Record<string, string | null> & { id: string })[]
        next: string | null
      }
      const tx = db.transaction(feed, "readwrite", { durability: "relaxed" })
      const store = tx.objectStore(feed)
      for (const raw of body.results)
        store.put({
          id: raw.id,
          name: raw.name,
          raw,
          readAt: "2026-11-23T10:00:00.000Z",
          seenIn: 1,
          ...(feed === "accounts" && {
            organizationId: raw.organizationId,
            salesforceId: raw.externalId ?? undefined,
            owner: raw.csmId,
          }),
          ...(feed === "tasks" && {
            accountId: raw.accountId,
            assignedToId: raw.assignedToId ?? undefined,
            completedAt: raw.completedAt ?? undefined,
            open: raw.completedAt ? 0 : 1,
            dueOn: raw.dueDate,
            source: "vitally",
          }),
        })
      await new Promise<void>((resolve, reject) => {
        tx.oncomplete = () => resolve()
        tx.onerror = () => reject(new Error(String(tx.error)))
      })
      from = body.next
    } while (from !== null)
  }
  const ms = Math.round(performance.now() - start)
  db.close()
  await new Promise((resolve) => {
    indexedDB.deleteDatabase(name).onsuccess = resolve
  })
  return ms
}

/** Runs in a page of the extension. */
async function bytesStored(stores: string[]): Promise<number> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open("account-lens")
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(String(request.error)))
  })
  let bytes = 0
  for (const store of stores)
    bytes += await new Promise<number>((resolve) => {
      const request = db.transaction(store).objectStore(store).getAll()
      request.onsuccess = () => resolve(JSON.stringify(request.result).length)
    })
  db.close()
  return bytes
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
