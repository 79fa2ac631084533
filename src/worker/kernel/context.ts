/**
 * What every service of the worker is given. A service is a function of this context, so a test builds one with a
 * fake browser, a fake clock and a scripted `fetch` (`context.fake.ts`).
 */
import type { Clock } from "~src/domain/facts"
import type { Publish, Published } from "~src/messaging/broadcast"
import type { Platform } from "~src/platform/platform"
import type { LensDatabase } from "../cache/database"
import type { Secrets } from "../cache/secrets"
import type { SettingsStore } from "../cache/settings"
import type { TabStore } from "../cache/tab-store"

import type { Memory } from "./memory"

export interface WorkerContext {
  db: LensDatabase
  platform: Platform
  settings: SettingsStore
  secrets: Secrets
  /** What each tab shows. */
  tabs: TabStore
  memory: Memory
  /** Calls back where the database was found empty: after installing, and if the browser deleted it. */
  onEmptied: (listen: () => void) => void
  /** Tells pages which topics to ask again; see `Broadcast` in the contract. */
  publish: Publish
  /** For what inside the worker follows the same news. */
  onPublished: Published
  fetch: typeof fetch
  /** Epoch milliseconds. */
  now: () => number
  /** Now, in the user's time zone. */
  clock: () => Promise<Clock>
  /** 0 up to 1, for jitter. */
  random: () => number
  /** A fresh UUID. */
  newId: () => string
  /** Resolves after that many milliseconds; work that must survive the worker's death uses alarms instead. */
  wait: (milliseconds: number) => Promise<void>
}
