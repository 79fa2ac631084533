import { filled, timeOf, type VitallyOrganization, type VitallyTask } from "~src/schemas/vitally"
import type { LensDatabase } from "~src/storage/database"
import { abortQuietly } from "~src/storage/quiet"
import { withRoom } from "~src/storage/quota"
import { fence } from "~src/storage/workspace"
import type { SyncRecord } from "~src/storage/sync-record"

import { organizationRow, taskRow } from "./account-row"

export interface StoreRows {
  db: LensDatabase
  /** Whose rows these are: nothing is stored where the cache is another's by now. */
  workspace?: string
  timeZone: string
  generation: number
  /** Epoch milliseconds. */
  now: number
  /** False in the very first sweep. */
  compare: boolean
  record?: SyncRecord
}

/** Puts tasks, removes archived ones. @returns ids of accounts whose tasks changed. */
export function storeTasks(options: StoreRows, rows: readonly VitallyTask[]): Promise<Set<string>> {
  return withRoom(options.db, async () => {
    const { db, record } = options
    const tx = db.transaction(["tasks", "meta"], "readwrite", { durability: "relaxed" })
    const writes: Promise<unknown>[] = []
    try {
      await fence(tx.objectStore("meta"), options.workspace)
      const store = tx.objectStore("tasks")
      const stamp = { readAt: new Date(options.now).toISOString(), seenIn: options.generation }
      const changed = new Set<string>()
      await Promise.all(
        rows.map(async (raw) => {
          const old = options.compare ? await store.get(raw.id) : undefined
          if (old && isOlder(raw, old.raw as VitallyTask)) {
            writes.push(store.put({ ...old, seenIn: options.generation }))
            return
          }
          const row = taskRow(raw, options.timeZone, stamp)
          if (old && (old.raw as VitallyTask).updatedAt !== raw.updatedAt) changed.add(old.accountId)
          if (row === null) {
            writes.push(store.delete(raw.id))
            return
          }
          if (!old || (old.raw as VitallyTask).updatedAt !== raw.updatedAt) changed.add(row.accountId)
          writes.push(store.put(row))
        }),
      )
      if (record) writes.push(tx.objectStore("meta").put({ key: "sync", value: record }))
      await Promise.all([...writes, tx.done])
      changed.delete("")
      return changed
    } catch (error) {
      abortQuietly(tx, writes)
      throw error
    }
  })
}

/** Puts organizations. @returns ids of those that are new or changed. */
export function storeOrganizations(
  options: StoreRows,
  rows: readonly VitallyOrganization[],
): Promise<string[]> {
  return withRoom(options.db, async () => {
    const { db, record } = options
    const tx = db.transaction(["organizations", "meta"], "readwrite", { durability: "relaxed" })
    const writes: Promise<unknown>[] = []
    try {
      await fence(tx.objectStore("meta"), options.workspace)
      const store = tx.objectStore("organizations")
      const stamp = { readAt: new Date(options.now).toISOString(), seenIn: options.generation }
      const changed: string[] = []
      await Promise.all(
        rows.map(async (raw) => {
          const old = options.compare ? await store.get(raw.id) : undefined
          if (old && isOlder(raw, old.raw as VitallyOrganization)) {
            writes.push(store.put({ ...old, seenIn: options.generation }))
            return
          }
          if (!old || (old.raw as VitallyOrganization).updatedAt !== raw.updatedAt) changed.push(raw.id)
          writes.push(store.put(organizationRow(raw, stamp)))
        }),
      )
      if (record) writes.push(tx.objectStore("meta").put({ key: "sync", value: record }))
      await Promise.all([...writes, tx.done])
      return changed
    } catch (error) {
      abortQuietly(tx, writes)
      throw error
    }
  })
}

interface Dated {
  updatedAt?: string | null | undefined
}

function isOlder(read: Dated, stored: Dated): boolean {
  const was = timeOf(filled(stored.updatedAt))
  const is = timeOf(filled(read.updatedAt))
  return was !== undefined && is !== undefined && was > is
}
