import { rmSync } from "node:fs"

import { expect, type Page, test } from "@playwright/test"

import { access } from "../replica/options"
import { type Replica, startReplica } from "../replica/server"
import { launchWithExtension } from "./launch"
import { ask } from "./ask"
import { agree } from "./connect"
import { seededChance, stopWorkerNearRequest } from "./worker"

const accounts = 2_000
const kills = 50

interface Row {
  id: string
}

test("a first sync of 2,000 accounts and 4,000 tasks, killed fifty times under faults, ends with exactly the service's data", async () => {
  // Two minutes on a quiet machine leave no room on a busy one.
  test.setTimeout(300_000)
  const replica = await startReplica({ accounts, tasksPerAccount: 2, seed: 4, rateLimit: null })
  const { context, extensionId, profile } = await launchWithExtension({ port: replica.port })
  try {
    const page = await context.newPage()
    await page.goto(`chrome-extension://${extensionId}/options.html`)
    await agree(page)
    const chance = seededChance("sync")
    const { control } = replica
    // Smaller pages: more points at which a kill can strike.
    control.setPageSize({ vitally: 50 })
    const { subdomain, apiKey } = access
    const connected = await ask(page, "vitally.connect", { region: "us", subdomain, apiKey })
    expect(connected).toMatchObject({ connected: true })

    let killed = 0
    for (let turn = 0; killed < kills && turn < 2 * kills; turn += 1) {
      disturb(replica, chance)
      const near = stopWorkerNearRequest(context, replica, chance, { requests: 1 + Math.floor(chance() * 5) })
      await ask(page, "sync.now", {})
      if (await near) killed += 1
    }
    const sync = async () => (await ask(page, "status.get", {})).sync
    // All of the kills struck the first sweep.
    expect({ killed, phase: (await sync()).phase }).toEqual({ killed: kills, phase: "first" })

    control.clearFaults()
    control.setPageSize({ vitally: 100 })
    await ask(page, "sync.now", {})
    await expect.poll(async () => (await sync()).lastFullAt, { timeout: 60_000 }).toBeDefined()
    await compare(page, replica)
  } finally {
    await context.close()
    await replica.close()
    rmSync(profile, { recursive: true, force: true })
  }
})

/** What goes wrong beside the kill, and what somebody else changes meanwhile. */
function disturb({ control }: Replica, chance: () => number): void {
  const path =
    ["/resources/organizations", "/resources/accounts", "/resources/tasks"][Math.floor(chance() * 3)] ?? ""
  const pick = chance()
  if (pick < 0.15) control.fault({ path, status: 500 })
  // A window of one second keeps the wait short that several installs spread over.
  else if (pick < 0.3)
    control.fault({
      path,
      status: 429,
      headers: { "retry-after": "0", "ratelimit-limit": "1000;window=1" },
    })
  else if (pick < 0.45) control.fault({ path, cut: true })
  else if (pick < 0.5) control.expireCursors()
  else if (pick < 0.7) {
    const all = [...control.world.vitally.accounts.all()]
    const one = all[Math.floor(chance() * all.length)]
    if (one)
      control.updateAccount(one.id, { traits: { "vitally.custom.nextSteps": `step ${String(chance())}` } })
  }
}

/** Row by row, in the browser's own database: none lost, none stale, none more than the service has. */
async function compare(page: Page, { control }: Replica): Promise<void> {
  const stored = await page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(new Error(String(request.error)))
      })
    const db = await done(indexedDB.open("account-lens"))
    const all = (store: string) =>
      done(db.transaction(store).objectStore(store).getAll() as IDBRequest<{ id: string; raw: Row }[]>)
    const raws = async (store: string) => (await all(store)).map(({ raw }) => raw)
    return {
      accounts: await raws("accounts"),
      tasks: await raws("tasks"),
      summaries: (await all("summaries")).map(({ id }) => ({ id })),
    }
  })
  const { vitally } = control.world
  const given = (entries: Iterable<{ json: string }>) =>
    [...entries].map(({ json }) => JSON.parse(json) as Row & { archivedAt?: string | null })
  const expected = {
    accounts: given(vitally.accounts.all()),
    // Parents that Vitally inlines are stored as rows of their own.
    tasks: given(vitally.tasks.all())
      .filter(({ archivedAt }) => !archivedAt)
      .map((row) => {
        for (const parent of ["account", "organization"]) Reflect.deleteProperty(row, parent)
        return row
      }),
  }
  expect(expected.accounts).toHaveLength(accounts)
  expect(expected.tasks.length).toBeGreaterThan(3_500)
  differences(stored.accounts, expected.accounts)
  differences(stored.tasks, expected.tasks)
  differences(
    stored.summaries,
    expected.accounts.map(({ id }) => ({ id })),
  )
  expect((await ask(page, "search", { text: "-", limit: 1 })).total).toBe(accounts)
}

/** One short list instead of a comparison of thousands of rows that nobody could read. */
function differences(stored: Row[], expected: Row[]): void {
  const left = new Map(expected.map((row) => [row.id, row]))
  const wrong: unknown[] = []
  for (const row of stored) {
    const wanted = left.get(row.id)
    left.delete(row.id)
    if (!wanted || canonical(row) !== canonical(wanted)) wrong.push({ row, wanted })
  }
  expect({ count: stored.length, wrong: wrong.slice(0, 3), lost: [...left.keys()].slice(0, 3) }).toEqual({
    count: expected.length,
    wrong: [],
    lost: [],
  })
}

/** As text, keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
