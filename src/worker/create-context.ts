/** The real context: everything opened, nothing started. */
import { createBus } from "~src/messaging/broadcast"
import type { Platform } from "~src/platform/platform"
import { openLastingDatabase } from "./cache/database"
import { createSecrets } from "./cache/secrets"
import { createSettings, type ManagedSettings } from "./cache/settings"
import { createTabStore } from "./cache/tab-store"

import { countAnswers } from "./kernel/answers"
import { log } from "./kernel/log"
import { clockOf } from "./kernel/clock"
import type { WorkerContext } from "./kernel/context"
import { createMemory } from "./kernel/memory"

/** Shuts content scripts out of the storage before anything is read or written there. */
export async function createContext(
  platform: Platform,
  managed: (platform: Platform) => Promise<ManagedSettings>,
): Promise<WorkerContext> {
  await Promise.all([platform.local.restrict(), platform.session.restrict(), platform.managed.restrict()])
  const settings = createSettings(platform.local, () => managed(platform))
  const now = () => Date.now()
  const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))
  let upgradedFrom: number | undefined
  const memory = createMemory()
  let isNew = false
  const onEmpty = new Set<() => void>()
  const tellEmpty = (): void => {
    if (isNew) for (const tell of onEmpty) tell()
    if (onEmpty.size > 0) isNew = false
  }
  const db = await openLastingDatabase(
    undefined,
    (from) => {
      upgradedFrom = from
      isNew ||= from === 0
    },
    () => {
      memory.forgetAll()
      tellEmpty()
    },
  )
  if (upgradedFrom !== undefined) {
    void log({ platform, now }, "data.upgraded", { from: upgradedFrom, to: db().version })
  }
  return {
    get db() {
      return db()
    },
    platform,
    settings,
    secrets: createSecrets(platform.local, platform.session),
    tabs: createTabStore(platform.session),
    memory,
    onEmptied(listen) {
      onEmpty.add(listen)
      tellEmpty()
    },
    ...createBus((message) => platform.runtime.broadcast(message)),
    fetch: countAnswers({ platform, now }, (...request) => fetch(...request), wait),
    now,
    clock: async () => clockOf(now(), (await settings.get()).timeZone),
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
    wait,
  }
}
