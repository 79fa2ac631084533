/** Rows that could not be read, counted by reason: of the lists in the sync's record, of single accounts beside it. */
import type { MetaValues } from "../../cache/meta"
import type { MetaRow } from "../../cache/rows"
import type { SyncRecord } from "../../cache/sync-record"

export type Reasons = Record<string, number>

export function countAside(counts: Reasons, rows: readonly { reason: string }[]): void {
  for (const { reason } of rows) counts[reason] = (counts[reason] ?? 0) + 1
}

/** Of a row that bears a known id and nearly nothing else. */
export const mostMissing = { reason: "most of it is missing" }

/**
 * Adds what a step that ended has counted. Among the newest the same bad row is listed again in every round: only a sweep's are all
 * news, of another step just those that are more than known.
 */
export function settleAside({ run, setAside }: SyncRecord, isSweep: boolean): void {
  for (const [reason, count] of Object.entries(run?.aside ?? {})) {
    const known = setAside[reason] ?? 0
    setAside[reason] = isSweep ? known + count : Math.max(known, count)
  }
}

/** The `meta` store inside a transaction that may write. */
interface Meta {
  get(key: string): Promise<MetaRow | undefined>
  put(row: MetaRow): Promise<unknown>
}

/** Keeps what one account's lists had; nothing where all could be read, or where the account is gone. */
export async function noteAside(meta: Meta, accountId: string, counts: Reasons): Promise<void> {
  const all = ((await meta.get("asideOf"))?.value as MetaValues["asideOf"] | undefined) ?? {}
  const { [accountId]: before, ...others } = all
  const isClean = Object.keys(counts).length === 0
  if (before || !isClean)
    await meta.put({ key: "asideOf", value: isClean ? others : { ...others, [accountId]: counts } })
}

/** Sums of several counts. */
export function sumOf(all: readonly Reasons[]): Reasons {
  const sum: Reasons = {}
  for (const [reason, count] of all.flatMap((one) => Object.entries(one)))
    sum[reason] = (sum[reason] ?? 0) + count
  return sum
}
