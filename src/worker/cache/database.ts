/** The one IndexedDB of the extension, opened by the worker only. */
import { type IDBPDatabase, openDB } from "idb"

import type { LensSchema } from "./rows"
import { firstStores } from "./steps/0001-stores"
import { runSteps } from "./steps/run-steps"
import type { Step } from "./steps/step"

export type LensDatabase = IDBPDatabase<LensSchema>

const databaseName = "account-lens"

/** From each version to the next; the first makes version 1 of nothing. A change of the schema adds one at the end. */
const databaseSteps: readonly Step[] = [firstStores]
export const databaseVersion = databaseSteps.length

/**
 * Opens the database, upgrading it step by step. A blocked upgrade closes older connections.
 * @param steps others than the real ones: for tests of the upgrade itself.
 * @param onUpgrade told the version it had, 0 for none; not called if there was nothing to do.
 * @param onClosed the connection ended by itself: the database was deleted, or the browser lost it.
 * @throws DOMException where the browser refuses storage, where the data is of a newer version, and where a step failed: the data is
 *   then as it was.
 */
export function openLensDatabase(
  name = databaseName,
  steps = databaseSteps,
  onUpgrade?: (from: number) => void,
  onClosed?: () => void,
): Promise<LensDatabase> {
  return openDB<LensSchema>(name, steps.length, {
    upgrade(_db, from, _to, tx) {
      onUpgrade?.(from)
      // The steps are older than the schema's types.
      void runSteps(tx as unknown as Parameters<typeof runSteps>[0], from, steps)
    },
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
      onClosed?.()
    },
    terminated: () => onClosed?.(),
  })
}

const firstPauseMs = 250
const longestPauseMs = 10_000

/**
 * Opens the database and opens it again whenever its connection ends by itself; an emptied one is filled by the next sync.
 * @param onUpgrade as of `openLensDatabase`.
 * @param onReopened what was made of its data counts no longer.
 * @returns the connection of the moment.
 */
export async function openLastingDatabase(
  name = databaseName,
  onUpgrade?: (from: number) => void,
  onReopened?: () => void,
): Promise<() => LensDatabase> {
  let db: LensDatabase
  const open = async (): Promise<void> => {
    db = await openLensDatabase(name, databaseSteps, onUpgrade, () => reopen(firstPauseMs))
  }
  // Another page may hold a deletion or a newer version for a while: it is tried until it works, or the worker ends.
  const reopen = (pauseMs: number): void => {
    const again = () => setTimeout(() => reopen(Math.min(2 * pauseMs, longestPauseMs)), pauseMs)
    void open().then(onReopened, again)
  }
  await open()
  return () => db
}
