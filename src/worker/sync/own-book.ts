/**
 * The detail of the accounts on the user's lists, their own and those they cover, so that the badge's dates are right without opening
 * each: new ones and those with a new message at once, others that moved after hours, the rest once a day at an hour of their own.
 */
import { isTimeout, isVitally, startOffsetMs } from "../vitally/api"
import { timeOf, type VitallyAccount } from "../vitally/rows"
import type { LensDatabase } from "../cache/database"
import { patchRows } from "../cache/patch-rows"
import type { AccountRow, DatesOfAccount } from "../cache/rows"

import { ageMs } from "./rows/age"
import type { SyncDeps } from "../account-facts/sync-deps"
import { readWhole } from "./refresh-account"
import type { Slice } from "./rows/slice"

const dayMs = 24 * 3_600_000
/** Spread of the daily turns. */
const spreadMs = 6 * 3_600_000
const atOnce = 2
/** Usage moves an account all day; only a message is worth reading the rest at once. */
const movedMs = 2 * 3_600_000
/** An account that could not be read is asked for again after this. */
const postponedMs = 3_600_000
/** So many failures with nothing read are the service's, not the accounts'. */
const failuresAtMost = 3

/** The last account that was tried: a few that fail must not keep those behind them unread. Lost with the worker. */
const tried = new WeakMap<LensDatabase, string>()

/** @returns false where the time was over first. */
export async function refreshOwnBook(slice: Slice): Promise<boolean> {
  const { deps, call } = slice
  if (!deps.me) return true
  const last = tried.get(deps.db) ?? ""
  const due = (await ownAccounts(slice))
    .filter((row) => isDue(row, deps.now()))
    .sort((a, b) => Number(a.id <= last) - Number(b.id <= last))
  const failed: string[] = []
  let read = 0
  let at = 0
  for (; at < due.length && !slice.isOver(); at += atOnce) {
    await Promise.all(
      due.slice(at, at + atOnce).map(async ({ id }) => {
        tried.set(deps.db, id)
        try {
          await readWhole(deps, id, "book", call)
          slice.changed.add(id)
          read += 1
        } catch (error) {
          // Gone, hidden or broken at Vitally: it must not keep the others unread.
          const isItsOwn = isVitally(error, "not-found", "forbidden", "refused", "malformed")
          if (!isItsOwn && !isVitally(error, "server") && !isTimeout(error)) throw error
          failed.push(id)
          if (!isItsOwn && read === 0 && failed.length >= failuresAtMost) throw error
        }
      }),
    )
    if (read > 0) await postpone(deps, failed.splice(0))
    slice.onProgress()
  }
  await postpone(deps, failed)
  return at >= due.length
}

/** Asked for again in an hour, not in every slice. */
const postpone = ({ db, now }: SyncDeps, ids: readonly string[]): Promise<void> =>
  patchRows(db, "accounts", ids, { failedAt: new Date(now()).toISOString() })

async function ownAccounts({ deps }: Slice): Promise<AccountRow[]> {
  const owners = [deps.me?.adminId, ...(deps.covered ?? [])]
  const ids = (
    await Promise.all(owners.map((owner) => deps.db.getAllKeysFromIndex("summaries", "owner", owner)))
  ).flat()
  const rows = await Promise.all(ids.map((id) => deps.db.get("accounts", id)))
  return rows.filter((row) => row !== undefined)
}

/** Never read, a message since, moved since and read hours ago, or its daily turn; and no failure an hour ago. */
function isDue(row: AccountRow, now: number): boolean {
  const account = row.raw as VitallyAccount
  const isNewer = (field: keyof DatesOfAccount) =>
    (timeOf(account[field]) ?? 0) > (timeOf(row.detailOf?.[field]) ?? 0)
  if (ageMs(row.failedAt, now) < postponedMs) return false
  if (row.detailAt === undefined) return true
  // Once is enough for a customer that is gone.
  if (account.churnedAt) return false
  if (isNewer("lastInboundMessageTimestamp") || isNewer("lastOutboundMessageTimestamp")) return true
  return ageMs(row.detailAt, now) > (isNewer("updatedAt") ? movedMs : dayMs + startOffsetMs(row.id, spreadMs))
}
