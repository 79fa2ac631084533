import { type IDBPTransaction, unwrap } from "idb"

import type { Step } from "./step"

type UpgradeTransaction = IDBPTransaction<unknown, string[], "versionchange">

/**
 * Takes a database of version `from` through the steps that it has not seen, in the one transaction of the upgrade. Where a step fails,
 * all of it is undone: the data stays at its old version, and opening fails.
 */
export async function runSteps(tx: UpgradeTransaction, from: number, steps: readonly Step[]): Promise<void> {
  tx.done.catch(() => undefined)
  try {
    for (const { stores, rows = {} } of steps.slice(from)) {
      const raw = unwrap(tx)
      stores?.(raw.db, raw)
      for (const [name, change] of Object.entries(rows)) await rewrite(tx, name, change)
    }
  } catch {
    // Opening the database tells of it, with the browser's own error.
    tx.abort()
  }
}

async function rewrite(
  tx: UpgradeTransaction,
  name: string,
  change: (row: unknown) => unknown,
): Promise<void> {
  let cursor = await tx.objectStore(name).openCursor()
  while (cursor) {
    const row = changed(cursor.value, change)
    if (row === undefined) await cursor.delete()
    else if (row !== cursor.value) await cursor.update(row)
    cursor = await cursor.continue()
  }
}

function changed(row: unknown, change: (row: unknown) => unknown): unknown {
  try {
    return change(row)
  } catch {
    return row
  }
}
