/** Usage by customer and day, with the import each value came by, so that an import can be taken back whole. */
import type { CalendarDate } from "~src/domain/facts"
import type { ColumnMap } from "~src/domain/usage/columns"
import { type UsageDay, type UsageValues, weeksKept } from "~src/domain/usage/usage-day"

import type { LensDatabase } from "../cache/database"

/** One import's word on one day; of two, the later stands, and the earlier is kept for when that is taken back. */
interface Said {
  by: string
  values: UsageValues
}

export type UsageRecord = Record<CalendarDate, Said[]>

export interface UsageImport {
  id: string
  name: string
  /** Absent: a file. */
  system?: "looker"
  /** What its columns were called; absent in records of earlier versions. */
  columns?: ColumnMap
  /** ISO instant. */
  at: string
  rows: number
  customers: number
}

const prefix = "usage:"
const importsKey = "usage.imports"
/** Customers whose summaries don't know their newest usage yet. */
const staleKey = "usage.stale"
/** Older words on a day than these are not kept. */
const wordsKept = 3

/** Where one customer's usage is kept in `meta`. */
export const usageKey = (accountId: string) => prefix + accountId

const keptIn = (value: unknown) => (value ?? {}) as UsageRecord

export async function usageOf(db: LensDatabase, accountId: string): Promise<UsageDay[]> {
  return usageDays(keptIn((await db.get("meta", usageKey(accountId)))?.value))
}

/** Oldest first; of several words on a day the later one stands. */
export function usageDays(kept: UsageRecord): UsageDay[] {
  return Object.entries(kept)
    .flatMap(([on, words]) => (words.length > 0 ? [{ on, ...merged(words) }] : []))
    .sort((a, b) => a.on.localeCompare(b.on))
}

/** A file that says less than one before leaves what it does not say. */
const merged = (words: readonly Said[]): UsageValues =>
  words.reduce<UsageValues>((all, { values }) => together(all, values), {})

/** Teams come in rows of their own. */
function together(before: UsageValues, after: UsageValues): UsageValues {
  const teams = before.teams && after.teams ? { teams: { ...before.teams, ...after.teams } } : {}
  return { ...before, ...after, ...teams }
}

/** Adds one import's days of one customer; the newest 13 weeks of the customer stay. */
export async function addUsage(
  db: LensDatabase,
  by: string,
  days: ReadonlyMap<string, readonly UsageDay[]>,
): Promise<void> {
  const tx = db.transaction("meta", "readwrite")
  for (const [accountId, added] of days) {
    const key = prefix + accountId
    const kept = keptIn((await tx.store.get(key))?.value)
    for (const { on, ...values } of added) {
      const others = (kept[on] ?? []).filter((word) => word.by !== by)
      const own = (kept[on] ?? []).find((word) => word.by === by)
      // Two rows of one file for one day complete each other; the later one stands.
      kept[on] = [...others, { by, values: together(own?.values ?? {}, values) }].slice(-wordsKept)
    }
    const newest = Object.keys(kept)
      .sort()
      .slice(-weeksKept * 7)
    await tx.store.put({ key, value: onlyWeeks(kept, newest) })
  }
  await markStale(tx.store, [...days.keys()])
  await tx.done
}

/** Days up to 13 weeks before the newest one. */
function onlyWeeks(kept: UsageRecord, days: readonly string[]): UsageRecord {
  const newest = days.at(-1)
  if (newest === undefined) return {}
  const oldest = new Date(Date.parse(newest) - weeksKept * 7 * 86_400_000).toISOString().slice(0, 10)
  return Object.fromEntries(days.filter((on) => on > oldest).map((on) => [on, kept[on] ?? []]))
}

/** Takes back what an import said; what earlier ones said of the same days stands again. */
export async function removeImport(db: LensDatabase, by: string): Promise<string[]> {
  const tx = db.transaction("meta", "readwrite")
  const touched: string[] = []
  let cursor = await tx.store.openCursor(IDBKeyRange.bound(prefix, `${prefix}\uffff`))
  while (cursor) {
    const before = keptIn(cursor.value.value)
    const after = Object.fromEntries(
      Object.entries(before).flatMap(([on, words]) => {
        const left = words.filter((word) => word.by !== by)
        return left.length > 0 ? [[on, left]] : []
      }),
    )
    if (
      Object.values(before)
        .flat()
        .some((word) => word.by === by)
    ) {
      touched.push(cursor.key.slice(prefix.length))
      if (Object.keys(after).length > 0) await cursor.update({ key: cursor.key, value: after })
      else await cursor.delete()
    }
    cursor = await cursor.continue()
  }
  await markStale(tx.store, touched)
  await tx.store.put({ key: importsKey, value: (await listIn(tx.store)).filter(({ id }) => id !== by) })
  await tx.done
  return touched
}

interface Store {
  get(key: string): Promise<{ value: unknown } | undefined>
}

interface Writes extends Store {
  put(row: { key: string; value: unknown }): Promise<unknown>
}

async function markStale(store: Writes, ids: readonly string[]): Promise<void> {
  const before = ((await store.get(staleKey))?.value ?? []) as string[]
  await store.put({ key: staleKey, value: [...new Set([...before, ...ids])] })
}

export async function staleCustomers(db: LensDatabase): Promise<string[]> {
  return ((await db.get("meta", staleKey))?.value ?? []) as string[]
}

/** Their summaries were recomputed. */
export async function noLongerStale(db: LensDatabase, ids: readonly string[]): Promise<void> {
  const done = new Set(ids)
  const tx = db.transaction("meta", "readwrite")
  const left = (((await tx.store.get(staleKey))?.value ?? []) as string[]).filter((id) => !done.has(id))
  await tx.store.put({ key: staleKey, value: left })
  await tx.done
}

const listIn = async (store: Store) => ((await store.get(importsKey))?.value ?? []) as UsageImport[]

export const usageImports = (db: LensDatabase) => listIn({ get: (key) => db.get("meta", key) })

export async function noteImport(db: LensDatabase, made: UsageImport): Promise<void> {
  const others = (await usageImports(db)).filter(({ id }) => id !== made.id)
  await db.put("meta", { key: importsKey, value: [made, ...others].slice(0, 20) })
}
