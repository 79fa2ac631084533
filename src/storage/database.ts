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
 * @param onUpgrade told the version it had, 0 for none; not called where there was nothing to do.
 * @throws DOMException where the browser refuses storage, where the data is of a newer version, and where a step failed: the data is
 *   then as it was.
 */
export function openLensDatabase(
  name = databaseName,
  steps = databaseSteps,
  onUpgrade?: (from: number) => void,
): Promise<LensDatabase> {
  return openDB<LensSchema>(name, steps.length, {
    upgrade(_db, from, _to, tx) {
      onUpgrade?.(from)
      // The steps are older than the schema's types.
      void runSteps(tx as unknown as Parameters<typeof runSteps>[0], from, steps)
    },
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
    },
  })
}
