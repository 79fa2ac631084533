/** Takes rows out of the cache whose absence is proven, never many at a time. */
import type { LensDatabase } from "../../cache/database"
import { isProven, mayRemove, type MissingKind, type MissingRecord, removedLately } from "../../cache/missing"
import { abortQuietly } from "../../cache/abort"
import { appendToIndex } from "../../search/packed"
import { usageKey } from "../../usage/store"
import { noteAside } from "./rejected-rows"
import { changeMissing, keepRemoved, removedBefore, withoutIds } from "./missing-rows"

/** What hangs on an account. What the user did with it stays: the customer may come back. */
const perAccount = ["touches", "contacts", "projects", "details", "tasks"] as const

/**
 * Which of the missing rows may go now. More than a day's share of them is braked: then none goes.
 * @param count rows of that kind in the cache.
 * @param now epoch milliseconds.
 */
export function removable(record: MissingRecord, kind: MissingKind, count: number, now: number): string[] {
  const rows = Object.entries(record[kind] ?? {})
  const proven = rows.filter(([, missing]) => isProven(missing)).map(([id]) => id)
  const left = mayRemove(count) - removedLately(record, kind, now)
  return proven.length <= left && rows.length <= mayRemove(count) ? proven : []
}

/** Removes these rows and notes how many they were. */
export async function removeRows(
  db: LensDatabase,
  kind: MissingKind,
  ids: readonly string[],
  now: number,
): Promise<void> {
  if (ids.length === 0) return
  const at = new Date(now).toISOString()
  for (const id of ids) await (kind === "accounts" ? removeAccount(db, id, at) : db.delete(kind, id))
  await changeMissing(db, (record) => ({
    ...record,
    [kind]: withoutIds(record[kind] ?? {}, ids),
    removed: [...(record.removed ?? []).slice(-50), { kind, at, count: ids.length }],
  }))
}

/** Removes an account and what hangs on it. Its history, links, outbox rows and what was done with its recommendations stay. */
async function removeAccount(db: LensDatabase, id: string, at: string): Promise<void> {
  const tx = db.transaction([...perAccount, "accounts", "summaries", "meta"], "readwrite")
  const writes: Promise<unknown>[] = []
  try {
    const owner = (await tx.objectStore("accounts").get(id))?.owner
    for (const name of perAccount) {
      const store = tx.objectStore(name)
      for (const key of await store.index("accountId").getAllKeys(id)) writes.push(store.delete(key))
    }
    const meta = tx.objectStore("meta")
    const detailed = ((await meta.get("detailed"))?.value as string[] | undefined) ?? []
    if (detailed.includes(id))
      writes.push(meta.put({ key: "detailed", value: detailed.filter((other) => other !== id) }))
    writes.push(noteAside(meta, id, {}), meta.delete(usageKey(id)))
    const removed = await removedBefore(meta)
    writes.push(keepRemoved(meta, { ...removed, [id]: { at, ...(owner !== undefined && { owner }) } }))
    writes.push(tx.objectStore("accounts").delete(id), tx.objectStore("summaries").delete(id))
    writes.push(appendToIndex(meta, [], [id]))
    await Promise.all([...writes, tx.done])
  } catch (error) {
    abortQuietly(tx, writes)
    throw error
  }
}
