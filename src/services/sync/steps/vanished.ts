/** What the whole sweep did not see: deleted, or merely missed. Each account is asked for before it is removed. */
import { VitallyError } from "~src/api/vitally"
import { appendToIndex } from "~src/services/search/packed"
import type { LensDatabase } from "~src/storage/database"
import { abortQuietly } from "~src/storage/quiet"

import { storeAccounts } from "../store-accounts"
import type { Slice } from "../slice"
import type { Step } from "./step"
import { into } from "./sweep"

const perAccount = ["touches", "contacts", "projects", "details", "tasks", "care"] as const

export const vanished: Step = async (slice) => {
  const { deps, record } = slice
  for (const id of await unseen(deps.db, record.generation)) {
    if (slice.isOver()) return "time"
    await settle(slice, id)
  }
  // What may not be read is not gone.
  if (record.run?.steps.includes("tasks") && !record.hidden?.includes("tasks"))
    await removeUnseenTasks(deps.db, record.generation)
  return "done"
}

async function unseen(db: LensDatabase, generation: number): Promise<string[]> {
  const ids: string[] = []
  let cursor = await db.transaction("accounts").store.openCursor()
  while (cursor) {
    if (cursor.value.seenIn !== generation) ids.push(cursor.value.id)
    cursor = await cursor.continue()
  }
  return ids
}

async function settle(slice: Slice, id: string): Promise<void> {
  const { deps } = slice
  try {
    const account = await deps.client.account(id, slice.call)
    await storeAccounts({ ...into(slice), facts: slice.facts, role: deps.me?.role ?? "" }, [account])
  } catch (error) {
    if (!(error instanceof VitallyError) || error.kind !== "not-found") throw error
    await removeAccount(deps.db, id)
  }
  slice.changed.add(id)
}

/** Removes an account and all that hangs on it; its history and its outbox rows stay. */
export async function removeAccount(db: LensDatabase, id: string): Promise<void> {
  const tx = db.transaction([...perAccount, "accounts", "summaries", "meta"], "readwrite")
  const writes: Promise<unknown>[] = []
  try {
    for (const name of perAccount) {
      const store = tx.objectStore(name)
      for (const key of await store.index("accountId").getAllKeys(id)) writes.push(store.delete(key))
    }
    const meta = tx.objectStore("meta")
    const detailed = ((await meta.get("detailed"))?.value as string[] | undefined) ?? []
    if (detailed.includes(id))
      writes.push(meta.put({ key: "detailed", value: detailed.filter((other) => other !== id) }))
    writes.push(tx.objectStore("accounts").delete(id), tx.objectStore("summaries").delete(id))
    writes.push(appendToIndex(meta, [], [id]))
    await Promise.all([...writes, tx.done])
  } catch (error) {
    abortQuietly(tx, writes)
    throw error
  }
}

/** Tasks that a sweep of all of them misses were deleted or archived; those of Salesforce are not Vitally's to remove. */
async function removeUnseenTasks(db: LensDatabase, generation: number): Promise<void> {
  const tx = db.transaction("tasks", "readwrite")
  try {
    let cursor = await tx.store.openCursor()
    while (cursor) {
      const { seenIn, source } = cursor.value
      if (source === "vitally" && seenIn !== generation) await cursor.delete()
      cursor = await cursor.continue()
    }
    await tx.done
  } catch (error) {
    abortQuietly(tx)
    throw error
  }
}
