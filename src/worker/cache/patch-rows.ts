import type { LensDatabase } from "./database"
import type { AccountRow, OrganizationRow, TaskRow } from "./rows"

/** Changes fields of the rows with these ids, in one transaction; those that are gone stay gone. */
export async function patchRows(
  db: LensDatabase,
  store: "accounts" | "organizations" | "tasks",
  ids: readonly string[],
  patch: Partial<Pick<AccountRow, "failedAt" | "seenIn">>,
): Promise<void> {
  if (ids.length === 0) return
  const tx = db.transaction(store, "readwrite")
  for (const id of ids) {
    const row: AccountRow | OrganizationRow | TaskRow | undefined = await tx.store.get(id)
    if (row) await tx.store.put({ ...row, ...patch })
  }
  await tx.done
}
