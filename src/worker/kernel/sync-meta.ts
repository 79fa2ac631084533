/** What the sync keeps in the `meta` store, as far as the lists need it. */
import type { Instant } from "~src/domain/facts"
import type { LensDatabase } from "../cache/database"
import { getMeta } from "../cache/meta"

/** When Vitally last answered, and when the whole book was last read; each absent until it happened. */
export async function syncTimes(db: LensDatabase): Promise<{ lastOkAt?: Instant; lastFullAt?: Instant }> {
  return (await getMeta(db, "sync")) ?? {}
}

/** The workspace's people. */
export async function knownAdmins(db: LensDatabase): Promise<{ id: string; name: string }[]> {
  return (await getMeta(db, "admins")) ?? []
}
