/** A full disk costs detail, oldest first, and never the outbox. */
import type { LensDatabase } from "./database"
import { getMeta } from "./meta"

const detailStores = ["touches", "contacts", "projects", "details"] as const
const roundsAtMost = 6

/** The cache could not be made small enough. */
export class StorageFullError extends Error {
  constructor(cause: unknown) {
    super("The browser has no room left for the cache.", { cause })
    this.name = "StorageFullError"
  }
}

function isQuotaError(error: unknown): boolean {
  return error instanceof Error && error.name === "QuotaExceededError"
}

/** Whether the browser has no room, whether or not detail was given up for it. */
export function isDiskFull(error: unknown): boolean {
  return error instanceof StorageFullError || isQuotaError(error)
}

/**
 * Runs a write; where the browser refuses for lack of room, forgets the detail of the accounts read longest ago and tries again.
 * @throws StorageFullError if no detail is left to give up.
 */
export async function withRoom<T>(db: LensDatabase, write: () => Promise<T>): Promise<T> {
  for (let round = 0; ; round += 1) {
    try {
      return await write()
    } catch (error) {
      if (!isQuotaError(error)) throw error
      if (round >= roundsAtMost || (await forgetOldestDetail(db)) === 0) throw new StorageFullError(error)
    }
  }
}

/**
 * Deletes the detail of the longest unread quarter of accounts (at least one).
 * @returns how many accounts lost theirs.
 */
export async function forgetOldestDetail(db: LensDatabase): Promise<number> {
  const ids = (await getMeta(db, "detailed")) ?? []
  const rows = await Promise.all(ids.map((id) => db.get("accounts", id)))
  const byAge = ids
    .map((id, index) => ({ id, at: rows[index]?.detailAt ?? "" }))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
  const oldest = new Set(byAge.slice(0, Math.ceil(byAge.length / 4)).map(({ id }) => id))
  if (oldest.size === 0) return 0
  const tx = db.transaction([...detailStores, "accounts", "meta"], "readwrite")
  const jobs: Promise<unknown>[] = []
  for (const id of oldest) {
    for (const name of detailStores) {
      const store = tx.objectStore(name)
      const keys = await store.index("accountId").getAllKeys(id)
      jobs.push(...keys.map((key) => store.delete(key)))
    }
    const row = await tx.objectStore("accounts").get(id)
    if (row) {
      delete row.detailAt
      delete row.detailOf
      jobs.push(tx.objectStore("accounts").put(row))
    }
  }
  jobs.push(tx.objectStore("meta").put({ key: "detailed", value: ids.filter((id) => !oldest.has(id)) }))
  await Promise.all([...jobs, tx.done])
  return oldest.size
}
