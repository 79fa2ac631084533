/** The real context: everything opened, nothing started. */
import { createBus } from "~src/messaging/broadcast"
import type { Platform } from "~src/platform/platform"
import { openLensDatabase } from "~src/storage/database"
import { createSecrets } from "~src/storage/secrets"
import { createSettings, type ManagedSettings } from "~src/storage/settings"
import { createTabStore } from "~src/storage/tab-store"

import { clockOf } from "./clock"
import type { WorkerContext } from "./context"
import { createMemory } from "./memory"

/** Shuts content scripts out of the storage before anything is read or written there. */
export async function createContext(
  platform: Platform,
  managed: (platform: Platform) => Promise<ManagedSettings>,
): Promise<WorkerContext> {
  await Promise.all([platform.local.restrict(), platform.session.restrict(), platform.managed.restrict()])
  const settings = createSettings(platform.local, () => managed(platform))
  const now = () => Date.now()
  return {
    db: await openLensDatabase(),
    platform,
    settings,
    secrets: createSecrets(platform.local, platform.session),
    tabs: createTabStore(platform.session),
    memory: createMemory(),
    ...createBus((message) => platform.runtime.broadcast(message)),
    fetch: (...request) => fetch(...request),
    now,
    clock: async () => clockOf(now(), (await settings.get()).timeZone),
    random: () => Math.random(),
    newId: () => crypto.randomUUID(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  }
}
