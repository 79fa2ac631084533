/**
 * What was typed into the panel of an account and not sent: kept for a day, whatever becomes of the frame, the tab and the worker.
 * Never sent by itself.
 */
import type { TypedForms } from "~src/messaging/contract"

import type { LensDatabase } from "./database"
import type { TypedRecord } from "./meta"

interface Context {
  db: LensDatabase
  /** Milliseconds since 1970. */
  now: () => number
}

const dayMs = 24 * 3_600_000
/** A day's work; the oldest goes. */
const most = 40

/** By form; undefined if nothing is kept. */
export async function typedForms({ db, now }: Context, accountId: string): Promise<TypedForms | undefined> {
  const rows = await db.get("meta", "typed")
  const own = (rows ? (rows.value as TypedRecord[]) : []).filter(
    (one) => one.accountId === accountId && isKept(one, now()),
  )
  return own.length > 0 ? Object.fromEntries(own.map(({ form, fields }) => [form, fields])) : undefined
}

/** Takes the last word on each form named. What is older than a day goes on the way. */
export function keepTyped(context: Context, accountId: string, forms: TypedForms): Promise<void> {
  const at = context.now()
  const typed = Object.entries(forms).flatMap(([form, fields]) =>
    Object.keys(fields).length > 0 ? [{ accountId, form, fields, at }] : [],
  )
  return change(context, (rows) => [
    ...typed,
    ...rows.filter((row) => row.accountId !== accountId || !Object.hasOwn(forms, row.form)),
  ])
}

/** So that nothing stays longer than promised if nobody types any more. */
export async function forgetOldTyped(context: Context): Promise<void> {
  await change(context, (rows) => rows)
}

/** Two panels' changes at once must not overwrite each other: one transaction reads and writes. */
async function change({ db, now }: Context, make: (rows: TypedRecord[]) => TypedRecord[]): Promise<void> {
  const tx = db.transaction("meta", "readwrite")
  const stored = (await tx.store.get("typed"))?.value as TypedRecord[] | undefined
  const rows = make(stored ?? [])
    .filter((row) => isKept(row, now()))
    .slice(0, most)
  if (rows.length > 0) await tx.store.put({ key: "typed", value: rows })
  else if (stored) await tx.store.delete("typed")
  await tx.done
}

/** A clock that was set back makes no row live for ever. */
function isKept({ at }: TypedRecord, now: number): boolean {
  return Math.abs(now - at) < dayMs
}
