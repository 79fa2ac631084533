/** Stores a page of tasks or organizations together with where the sync stands. */
import type { VitallyOrganization, VitallyTask } from "../../vitally/rows"
import type { LensDatabase } from "../../cache/database"
import { abortQuietly } from "../../cache/abort"
import { withRoom } from "../../cache/quota"
import type { OrganizationRow, Raw, TaskRow } from "../../cache/rows"
import type { SyncRecord } from "../../cache/sync-record"
import { fence } from "../../cache/workspace"
import type { IsCurrent } from "../../kernel/epoch"

import { organizationRow, type RowStamp, taskRow } from "./account-row"
import { believable, isOlder, isSame } from "./compare"
import { countAside, mostMissing } from "./rejected-rows"
import { seen } from "./missing-rows"

export interface StoreRows {
  db: LensDatabase
  /** Whose rows these are: nothing is stored where the cache is another's by now. */
  workspace?: string
  isCurrent?: IsCurrent | undefined
  timeZone: string
  generation: number
  /** Epoch milliseconds. */
  now: number
  /** False in the very first sweep. */
  compare: boolean
  record?: SyncRecord
}

/** Puts tasks, removes archived ones. @returns ids of accounts whose tasks changed. */
export async function storeTasks(options: StoreRows, rows: readonly VitallyTask[]): Promise<Set<string>> {
  const changed = await store<VitallyTask, TaskRow>(
    options,
    "tasks",
    rows,
    (raw, stamp) => taskRow(raw, options.timeZone, stamp),
    ({ accountId }) => accountId,
  )
  changed.delete("")
  return changed
}

/** Puts organizations. @returns ids of those that are new or changed. */
export function storeOrganizations(
  options: StoreRows,
  rows: readonly VitallyOrganization[],
): Promise<Set<string>> {
  return store<VitallyOrganization, OrganizationRow>(
    options,
    "organizations",
    rows,
    organizationRow,
    ({ id }) => id,
  )
}

/** `rowOf`: null for what is to be removed. `touched`: what has changed where the row has. */
function store<R extends Raw, Row extends OrganizationRow | TaskRow>(
  { db, workspace, isCurrent, generation, now, compare, record }: StoreRows,
  name: "tasks" | "organizations",
  rows: readonly R[],
  rowOf: (raw: R, stamp: RowStamp) => Row | null,
  touched: (row: Row) => string,
): Promise<Set<string>> {
  return withRoom(db, async () => {
    const tx = db.transaction([name, "meta"], "readwrite", { durability: "relaxed" })
    const writes: Promise<unknown>[] = []
    try {
      await fence(tx.objectStore("meta"), workspace, isCurrent)
      const into = tx.objectStore(name)
      const stamp = { readAt: new Date(now).toISOString(), seenIn: generation }
      const changed = new Set<string>()
      await Promise.all(
        rows.map(async (given) => {
          const old = compare ? ((await into.get(given.id)) as Row | undefined) : undefined
          const raw = believable(given, old?.raw)
          if (raw === null && record?.run) countAside(record.run.aside, [mostMissing])
          if (old && (raw === null || isOlder(raw, old, now))) {
            writes.push(into.put({ ...old, seenIn: generation }))
            return
          }
          if (raw === null) return
          const row = rowOf(raw, stamp)
          const isKnown = row !== null && isSame(row.raw, old?.raw)
          if (isKnown && old?.seenIn === generation) return
          if (!isKnown) for (const one of [old, row]) if (one) changed.add(touched(one))
          writes.push(row ? into.put(row) : into.delete(raw.id))
        }),
      )
      writes.push(
        seen(
          tx.objectStore("meta"),
          name,
          rows.map(({ id }) => id),
        ),
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
