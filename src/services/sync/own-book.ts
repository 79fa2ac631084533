/**
 * The detail of the accounts on the user's lists, their own and those they cover, so that the badge's dates are right without opening
 * each: new ones and changed ones at once, the others once a day at an hour of their own.
 */
import { startOffsetMs, VitallyError } from "~src/api/vitally"
import { timeOf, type VitallyAccount } from "~src/schemas/vitally"
import type { LensDatabase } from "~src/storage/database"
import type { AccountRow } from "~src/storage/rows"

import { readWhole } from "./refresh-account"
import type { Slice } from "./slice"

const dayMs = 24 * 3_600_000
/** Spread of the daily turns. */
const spreadMs = 6 * 3_600_000
const atOnce = 2

/** @returns false where the time was over first. */
export async function refreshOwnBook(slice: Slice): Promise<boolean> {
  const { deps, call } = slice
  if (!deps.me) return true
  const due = (await ownAccounts(slice)).filter((row) => isDue(row, deps.now()))
  for (let at = 0; at < due.length; at += atOnce) {
    if (slice.isOver()) return false
    await Promise.all(
      due.slice(at, at + atOnce).map(async ({ id }) => {
        try {
          await readWhole(deps, id, "book", call)
          slice.changed.add(id)
        } catch (error) {
          // Gone or hidden since: the next whole sweep settles that.
          if (
            !(error instanceof VitallyError) ||
            !["not-found", "forbidden", "refused", "malformed"].includes(error.kind)
          )
            throw error
          await postpone(deps.db, id, deps.now())
        }
      }),
    )
    slice.onProgress()
  }
  return true
}

/** Asked for again with its next daily turn, not in every slice. */
async function postpone(db: LensDatabase, id: string, now: number): Promise<void> {
  const tx = db.transaction("accounts", "readwrite")
  const row = await tx.store.get(id)
  if (row) await tx.store.put({ ...row, detailAt: row.detailAt ?? new Date(now).toISOString() })
  await tx.done
}

async function ownAccounts({ deps }: Slice): Promise<AccountRow[]> {
  const owners = [deps.me?.adminId, ...(deps.covered ?? [])]
  const ids = (
    await Promise.all(owners.map((owner) => deps.db.getAllKeysFromIndex("summaries", "owner", owner)))
  ).flat()
  const rows = await Promise.all(ids.map((id) => deps.db.get("accounts", id)))
  return rows.filter((row) => row !== undefined)
}

/** Never read, changed since it was read, or its daily turn. */
function isDue(row: AccountRow, now: number): boolean {
  const readAt = timeOf(row.detailAt)
  if (readAt === undefined) return true
  // Once is enough for a customer that is gone.
  if ((row.raw as VitallyAccount).churnedAt) return false
  const changedAt = timeOf((row.raw as VitallyAccount).updatedAt)
  // Only a change that came with the row after the detail was read; Vitally's clock may differ from ours.
  if (changedAt !== undefined && row.readAt > (row.detailAt ?? "") && changedAt > readAt) return true
  return now - readAt > dayMs + startOffsetMs(row.id, spreadMs)
}
