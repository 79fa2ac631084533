/** Usage by customer and day, with the import each value came by, so that an import can be taken back whole. */
import type { CalendarDate } from "~src/domain/facts"
import { type UsageDay, type UsageValues, weeksKept } from "~src/domain/usage/usage-day"

import type { LensDatabase } from "../cache/database"

/** One import's word on one day; of two, the later stands, and the earlier is kept for when that is taken back. */
interface Said {
  by: string
  values: UsageValues
}

type Kept = Record<CalendarDate, Said[]>

export interface UsageImport {
  id: string
  name: string
  /** ISO instant. */
  at: string
  rows: number
  customers: number
}

const prefix = "usage:"
const importsKey = "usage.imports"
/** Older words on a day than these are not kept. */
const wordsKept = 3

const keptIn = (value: unknown) => (value ?? {}) as Kept

export async function usageOf(db: LensDatabase, accountId: string): Promise<UsageDay[]> {
  const kept = keptIn((await db.get("meta", prefix + accountId))?.value)
  return Object.entries(kept)
    .flatMap(([on, words]) => (words.length > 0 ? [{ on, ...merged(words) }] : []))
    .sort((a, b) => a.on.localeCompare(b.on))
}

/** A file that says less than one before leaves what it does not say. */
const merged = (words: readonly Said[]): UsageValues =>
  words.reduce<UsageValues>((all, { values }) => ({ ...all, ...values }), {})

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
      kept[on] = [...others, { by, values: { ...own?.values, ...values } }].slice(-wordsKept)
    }
    const newest = Object.keys(kept)
      .sort()
      .slice(-weeksKept * 7)
    await tx.store.put({ key, value: onlyWeeks(kept, newest) })
  }
  await tx.done
}

/** Days up to 13 weeks before the newest one. */
function onlyWeeks(kept: Kept, days: readonly string[]): Kept {
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
  await tx.store.put({ key: importsKey, value: (await listIn(tx.store)).filter(({ id }) => id !== by) })
  await tx.done
  return touched
}

interface Store {
  get(key: string): Promise<{ value: unknown } | undefined>
}

const listIn = async (store: Store) => ((await store.get(importsKey))?.value ?? []) as UsageImport[]

export const usageImports = (db: LensDatabase) => listIn({ get: (key) => db.get("meta", key) })

export async function noteImport(db: LensDatabase, made: UsageImport): Promise<void> {
  const others = (await usageImports(db)).filter(({ id }) => id !== made.id)
  await db.put("meta", { key: importsKey, value: [made, ...others].slice(0, 20) })
}
