/** Changing stored writes, each call in one transaction. */
import type { LensDatabase } from "../cache/database"
import type { OutboxRow } from "../cache/rows"

/** What a row becomes: null deletes it, undefined leaves it as it is. */
type Change = (row: OutboxRow) => OutboxRow | null | undefined

/** Every row in `state`. */
export async function rewriteAll(db: LensDatabase, state: OutboxRow["state"], change: Change): Promise<void> {
  const tx = db.transaction("outbox", "readwrite")
  for (const row of await tx.store.index("state").getAll(state)) {
    const next = change(row)
    if (next) await tx.store.put(next)
    else if (next === null) await tx.store.delete(row.id)
  }
  await tx.done
}

/** The row `id` while it is being sent; one that is gone meanwhile stays gone. */
export async function rewriteSending(
  db: LensDatabase,
  id: string,
  change: (row: OutboxRow) => OutboxRow,
): Promise<void> {
  await rewriteAll(db, "sending", (row) => (row.id === id ? change(row) : undefined))
}
