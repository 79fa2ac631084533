/** Keeps the proofs that a row is missing, and forgets them when it is seen again. */
import type { IDBPObjectStore, StoreNames } from "idb"

import type { LensDatabase } from "../../cache/database"
import type { MetaValues } from "../../cache/meta"
import {
  type MissingKind,
  type MissingRecord,
  type MissingRows,
  type Proof,
  type RemovedAccount,
  withProof,
} from "../../cache/missing"
import type { LensSchema } from "../../cache/rows"

type Meta = IDBPObjectStore<LensSchema, StoreNames<LensSchema>[], "meta", "readwrite">

/** Changes the record in a transaction of its own. */
export async function changeMissing(
  db: LensDatabase,
  change: (record: MissingRecord) => MissingRecord,
): Promise<MissingRecord> {
  const tx = db.transaction("meta", "readwrite")
  const before = ((await tx.store.get("missing"))?.value as MissingRecord | undefined) ?? {}
  const after = change(before)
  if (after !== before) await tx.store.put({ key: "missing", value: after })
  await tx.done
  return after
}

/** `now`: epoch milliseconds. */
export function noteMissing(
  db: LensDatabase,
  kind: MissingKind,
  ids: readonly string[],
  proof: Proof,
  now: number,
): Promise<MissingRecord> {
  return changeMissing(db, (record) => withProofs(record, kind, ids, proof, now))
}

/** The same inside a transaction that stores what was read. */
export async function unlistedIn(
  meta: Meta,
  kind: MissingKind,
  ids: readonly string[],
  now: number,
): Promise<void> {
  if (ids.length === 0) return
  const before = ((await meta.get("missing"))?.value as MissingRecord | undefined) ?? {}
  await meta.put({ key: "missing", value: withProofs(before, kind, ids, "list", now) })
}

function withProofs(
  record: MissingRecord,
  kind: MissingKind,
  ids: readonly string[],
  proof: Proof,
  now: number,
): MissingRecord {
  if (ids.length === 0) return record
  const rows: MissingRows = { ...record[kind] }
  for (const id of ids) rows[id] = withProof(rows[id], proof, now)
  return { ...record, [kind]: rows }
}

/** Rows that are there, or that were removed. */
export function forgetMissing(
  db: LensDatabase,
  kind: MissingKind,
  ids: readonly string[],
): Promise<MissingRecord> {
  return changeMissing(db, (record) => without(record, kind, ids))
}

/** The same inside the transaction that stores rows which were read again. */
export async function seen(meta: Meta, kind: MissingKind, ids: readonly string[]): Promise<void> {
  const before = (await meta.get("missing"))?.value as MissingRecord | undefined
  if (!before) return
  const after = without(before, kind, ids)
  if (after !== before) await meta.put({ key: "missing", value: after })
}

function without(record: MissingRecord, kind: MissingKind, ids: readonly string[]): MissingRecord {
  const known = record[kind]
  const back = known ? ids.filter((id) => id in known) : []
  if (!known || back.length === 0) return record
  return { ...record, [kind]: withoutIds(known, back) }
}

export function withoutIds<T>(rows: Record<string, T>, ids: readonly string[]): Record<string, T> {
  return Object.fromEntries(Object.entries(rows).filter(([id]) => !ids.includes(id)))
}

/** Customers removed earlier, as the storing transaction finds them. */
export async function removedBefore(meta: Meta): Promise<Record<string, RemovedAccount>> {
  return ((await meta.get("removedAccounts"))?.value as MetaValues["removedAccounts"] | undefined) ?? {}
}

export async function keepRemoved(meta: Meta, rows: Record<string, RemovedAccount>): Promise<void> {
  await meta.put({ key: "removedAccounts", value: rows })
}
