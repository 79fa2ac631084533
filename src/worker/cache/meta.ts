/** The single records of the `meta` store, by name and type. */

import type { Notation } from "~src/domain/intake/notation"
import type { BookView } from "~src/domain/book/views"
import type { CalendarDate } from "~src/domain/facts"
import type { MeetingRecord } from "~src/domain/week/renewals-meeting"
import type { Scales } from "~src/domain/intake/scales"
import type { TraitMap } from "~src/domain/policy/policy"

import type { LensDatabase } from "./database"
import type { MissingRecord, RemovedAccount } from "./missing"
import type { SyncRecord } from "./sync-record"

interface StoredAdmin {
  id: string
  name: string
  email?: string
  active: boolean
}

export interface CatalogueField {
  /** The same as `key`. */
  id?: string
  /** Key inside `traits`. */
  key: string
  label: string
  type?: string
  /** A choice list's options, as Vitally lists them. */
  options?: unknown[]
}

interface Named {
  id: string
  name: string
}

export interface TypedRecord {
  accountId: string
  form: string
  fields: Readonly<Record<string, string>>
  /** Epoch milliseconds of the last change. */
  at: number
}

export interface MetaValues {
  /** The rules' code that all summaries were last made with, or asked to be. */
  rulesCode: string
  /** Which workspace the cache belongs to. */
  workspace: string
  sync: SyncRecord
  /** Rows at the end of the last slice: a store's own count walks through all of it. */
  counts: { accounts: number; tasks: number }
  admins: StoredAdmin[]
  /** Labels of key roles seen on accounts. */
  roles: string[]
  catalogue: CatalogueField[]
  projectTemplates: Named[]
  noteCategories: Named[]
  /** Guessed from the catalogue. */
  traitMap: TraitMap
  /** The next best guess of each: older names of the same trait. */
  olderTraits: TraitMap
  /** Corrected by hand: wins; an empty key means "not mapped". */
  traitMapByHand: TraitMap
  /** Per ratio, what its values are divided by: decided over the whole book. */
  scales: Scales
  /** How dates and amounts are written as text: decided over the whole book. */
  notation: Notation
  /** Rows of single accounts' lists that could not be read: by account, then by reason. */
  asideOf: Record<string, Record<string, number>>
  /** Rows that a service no longer shows. */
  missing: MissingRecord
  /** Customers that were removed, by id. */
  removedAccounts: Record<string, RemovedAccount>
  /** Views of the book that the user saved. */
  bookViews: BookView[]
  /** How everybody stood when the last Yellow/Red Renewals meeting was closed, and at the one before. */
  meeting: { now: MeetingRecord; before?: MeetingRecord }
  /** What the user wants to ask for in that meeting, by account. */
  meetingAsks: Record<string, string>
  /** The day on which the user found all three hand-kept traits still right, by account. */
  traitChecks: Record<string, CalendarDate>
  /** What was typed into panels and not sent, newest first. */
  typed: TypedRecord[]
  /** What was written on the pages of the week, by key (`domain/week`). */
  texts: Record<string, string>
  /** Ids of accounts whose detail is in the cache. */
  detailed: string[]
}

export async function getMeta<K extends keyof MetaValues>(
  db: LensDatabase,
  key: K,
): Promise<MetaValues[K] | undefined> {
  return (await db.get("meta", key))?.value as MetaValues[K] | undefined
}

export async function setMeta<K extends keyof MetaValues>(
  db: LensDatabase,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await db.put("meta", { key, value })
}
