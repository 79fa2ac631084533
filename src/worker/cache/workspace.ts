/** Two workspaces are never mixed: a change of workspace clears what was cached of the other. */
import type { IDBPObjectStore, StoreNames } from "idb"

import type { LensDatabase } from "./database"
import { getMeta, type MetaValues } from "./meta"
import { withRoom } from "./quota"
import type { LensSchema } from "./rows"

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
const cacheStores = [...readStores, "links", "care", "meta"] as const

/** Empties the cache in one transaction; the outbox stays. */
export async function clearCache(db: LensDatabase): Promise<void> {
  const tx = db.transaction(cacheStores, "readwrite")
  await Promise.all([...cacheStores.map((name) => tx.objectStore(name).clear()), tx.done])
}

/**
 * Makes the cache belong to `workspace` (see `workspaceId`).
 * @returns true where another workspace's cache was cleared for it.
 */
export async function ensureWorkspace(
  db: LensDatabase,
  workspace: string,
  isCurrent: () => boolean = () => true,
): Promise<boolean> {
  const known = await getMeta(db, "workspace")
  if (!isCurrent()) throw new OtherWorkspaceError()
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

/** What was being read belongs to a workspace that is no longer the cache's, or the cache was cleared meanwhile. */
export class OtherWorkspaceError extends Error {
  override readonly name = "OtherWorkspaceError"
}

/**
 * First thing in a transaction that stores what was read from `workspace`; undefined: not asked.
 * @param isCurrent false once the connection it was read with was given up, or the cache cleared.
 * @throws OtherWorkspaceError where the cache is another's by now.
 */
export async function fence(
  meta: IDBPObjectStore<LensSchema, StoreNames<LensSchema>[], "meta", "readwrite">,
  workspace: string | undefined,
  isCurrent: () => boolean = () => true,
): Promise<void> {
  if (workspace !== undefined && (await meta.get("workspace"))?.value !== workspace)
    throw new OtherWorkspaceError()
  if (!isCurrent()) throw new OtherWorkspaceError()
}

/** `setMeta` for what was read from a workspace. @throws OtherWorkspaceError as `fence`; StorageFullError. */
export function keepMeta<K extends keyof MetaValues>(
  {
    db,
    workspace,
    isCurrent,
  }: { db: LensDatabase; workspace: string; isCurrent?: (() => boolean) | undefined },
  key: K,
  value: MetaValues[K],
): Promise<void> {
  return withRoom(db, async () => {
    const tx = db.transaction(["meta"], "readwrite")
    const meta = tx.objectStore("meta")
    await fence(meta, workspace, isCurrent)
    await Promise.all([meta.put({ key, value }), tx.done])
  })
}
