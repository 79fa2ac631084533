/** Two workspaces are never mixed: a change of workspace clears what was cached of the other. */
import type { LensDatabase } from "./database"
import { getMeta } from "./meta"

/** What was read from the services or worked out from it: comes again with the next sync, but for the history. */
export const readStores = [
  "accounts",
  "organizations",
  "tasks",
  "touches",
  "contacts",
  "projects",
  "details",
  "summaries",
  "history",
] as const

/** Everything of one workspace. The outbox is not: its rows name their own. */
export const cacheStores = [...readStores, "links", "care", "meta"] as const

/** Empties the cache in one transaction; the outbox stays. */
export async function clearCache(db: LensDatabase): Promise<void> {
  const tx = db.transaction(cacheStores, "readwrite")
  await Promise.all([...cacheStores.map((name) => tx.objectStore(name).clear()), tx.done])
}

/**
 * Makes the cache belong to `workspace` (see `workspaceId`).
 * @returns true where another workspace's cache was cleared for it.
 */
export async function ensureWorkspace(db: LensDatabase, workspace: string): Promise<boolean> {
  const known = await getMeta(db, "workspace")
  if (known === workspace) return false
  const tx = db.transaction(cacheStores, "readwrite")
  const cleared = known !== undefined
  const clearing = cleared ? cacheStores.map((name) => tx.objectStore(name).clear()) : []
  await Promise.all([
    ...clearing,
    tx.objectStore("meta").put({ key: "workspace", value: workspace }),
    tx.done,
  ])
  return cleared
}
