/** A worker context in memory. */
import { consentVersion } from "~src/messaging/consent"
import { createBus } from "~src/messaging/broadcast"
import type { DeepPartial, Settings } from "~src/messaging/views/settings"
import { createFakePlatform, type FakePlatform } from "~src/platform/platform.fake"
import { openLensDatabase } from "../cache/database"
import { createSecrets } from "../cache/secrets"
import { createSettings } from "../cache/settings"
import { createTabStore } from "../cache/tab-store"

import { clockOf } from "./clock"
import type { WorkerContext } from "./context"
import { createMemory } from "./memory"

export interface FakeContext extends WorkerContext {
  platform: FakePlatform
  /** Moves the clock; waiting timers whose time has come fire. */
  pass(milliseconds: number): Promise<void>
  /** The browser deletes the database, and it is opened anew. */
  empty(): Promise<void>
  /** Topics published so far. */
  topics(): string[]
}

export interface FakeOptions {
  now?: string
  settings?: DeepPartial<Settings>
  /** Answers every request of the worker; absent: the network is down. */
  fetch?: typeof fetch
  platform?: FakePlatform
  /** Two contexts of one name share a database: the second is the worker started afresh. */
  databaseName?: string
}

let databases = 0

/** The clock stands still unless a test moves it. */
export async function createFakeContext(options: FakeOptions = {}): Promise<FakeContext> {
  const platform = options.platform ?? createFakePlatform()
  let now = Date.parse(options.now ?? "2026-11-23T10:00:00Z")
  let ids = 0
  const emptied = new Set<() => void>()
  let timers: { at: number; fire: () => void }[] = []
  const settings = createSettings(platform.local, () => Promise.resolve({ overrides: {}, locked: [] }))
  const consent = { version: consentVersion, at: "2026-11-01T09:00:00.000Z" }
  await settings.set({ timeZone: "UTC", consent, ...options.settings })
  const db = await openLensDatabase(options.databaseName ?? `fake-${(databases++).toString()}`)
  return {
    db,
    platform,
    settings,
    secrets: createSecrets(platform.local, platform.session),
    tabs: createTabStore(platform.session),
    memory: createMemory(),
    onEmptied: (listen) => void emptied.add(listen),
    async empty() {
      const names = [...db.objectStoreNames]
      const tx = db.transaction(names, "readwrite")
      await Promise.all([...names.map((name) => tx.objectStore(name).clear()), tx.done])
      for (const tell of emptied) tell()
    },
    ...createBus((message) => platform.runtime.broadcast(message)),
    fetch: options.fetch ?? (() => Promise.reject(new TypeError("Failed to fetch"))),
    now: () => now,
    clock: async () => clockOf(now, (await settings.get()).timeZone),
    random: () => 0.5,
    newId: () => `id-${(++ids).toString()}`,
    wait: (milliseconds) =>
      milliseconds <= 0
        ? Promise.resolve()
        : new Promise((fire) => timers.push({ at: now + milliseconds, fire })),
    async pass(milliseconds) {
      now += milliseconds
      const due = timers.filter(({ at }) => at <= now)
      timers = timers.filter(({ at }) => at > now)
      due.forEach(({ fire }) => fire())
      await new Promise((resolve) => setTimeout(resolve, 0))
    },
    topics: () => platform.runtime.sent.flatMap((message) => (message as { topics: string[] }).topics),
  }
}
