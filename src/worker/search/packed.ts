/**
 * The packed name index: one text of lines `name⇥externalId⇥id`, folded. Scanning it takes milliseconds at 100,000 accounts, where
 * reading the rows would take seconds (design.md, decision 6).
 *
 * Changes are appended as small parts, in the transaction of the rows they speak of; `tidyIndex` joins them now and then.
 */
import type { LensDatabase } from "../cache/database"
import type { MetaRow } from "../cache/rows"

import { fold } from "./fold"

const baseKey = "search"
/** Another value with each new base. */
const stampKey = "search-stamp"
const partsFrom = "search+"
const partsTo = "search,"

/** Lines of one part, and the ids whose earlier lines no longer hold. */
export interface IndexPart {
  text: string
  ids: string[]
}

export interface IndexEntry {
  id: string
  name: string
  externalId?: string | undefined
}

/** The `meta` store of a transaction that may write. */
export interface MetaWriter {
  put(row: MetaRow): Promise<unknown>
  openKeyCursor(range: IDBKeyRange, direction: "prev"): Promise<{ readonly key: string } | null>
}

function packLine({ id, name, externalId }: IndexEntry): string {
  return `\n${fold(name)}\t${fold(externalId ?? "")}\t${id}`
}

/** Appends a part: `entries` are new or renamed, `removed` are gone. */
export async function appendToIndex(
  store: MetaWriter,
  entries: readonly IndexEntry[],
  removed: readonly string[] = [],
): Promise<void> {
  if (entries.length === 0 && removed.length === 0) return
  const last = await store.openKeyCursor(partRange(), "prev")
  const number = last ? Number(last.key.slice(partsFrom.length)) + 1 : 1
  const part: IndexPart = {
    text: entries.map(packLine).join(""),
    ids: [...entries.map(({ id }) => id), ...removed],
  }
  await store.put({ key: `${partsFrom}${String(number).padStart(9, "0")}`, value: part })
}

/**
 * What was read last, while this worker lives: copying ten megabytes out of the database takes longer than to look through them.
 * The stamp and the parts' keys say whether it still holds.
 */
const readLast = new WeakMap<
  LensDatabase,
  { stamp: unknown; base: IndexPart; parts: Map<string, IndexPart> }
>()

/** The base and its parts, oldest first. */
export async function readIndex(db: LensDatabase): Promise<IndexPart[]> {
  const tx = db.transaction("meta")
  const [stamp, keys] = await Promise.all([tx.store.get(stampKey), tx.store.getAllKeys(partRange())])
  const last = readLast.get(db)
  const known = stamp !== undefined && last?.stamp === stamp.value ? last : undefined
  const base = known?.base ?? partOf(await tx.store.get(baseKey))
  const parts = await Promise.all(
    keys.map(async (key) => [key, known?.parts.get(key) ?? partOf(await tx.store.get(key))] as const),
  )
  if (stamp !== undefined && base) {
    const found = parts.flatMap(([key, part]) => (part ? [[key, part] as const] : []))
    readLast.set(db, { stamp: stamp.value, base, parts: new Map(found) })
  }
  return [base, ...parts.map(([, part]) => part)].filter((part) => part !== undefined)
}

const partOf = (row: MetaRow | undefined) => row?.value as IndexPart | undefined

/** Joins the parts into the base, in one transaction. */
export async function tidyIndex(db: LensDatabase): Promise<void> {
  const tx = db.transaction("meta", "readwrite")
  tx.done.catch(() => undefined)
  const [base, keys, parts] = await Promise.all([
    tx.store.get(baseKey),
    tx.store.getAllKeys(partRange()),
    tx.store.getAll(partRange()),
  ])
  if (keys.length > 0) {
    const all = [base, ...parts].flatMap((row) => (row ? [row.value as IndexPart] : []))
    const value: IndexPart = { text: join(all), ids: [] }
    await Promise.all([
      tx.store.put({ key: baseKey, value }),
      tx.store.put({ key: stampKey, value: crypto.randomUUID() }),
      ...keys.map((key) => tx.store.delete(key)),
    ])
  }
  await tx.done
}

function join(parts: readonly IndexPart[]): string {
  const lines = new Map<string, string>()
  for (const { text, ids } of parts) {
    for (const id of ids) lines.delete(id)
    for (const line of text.split("\n"))
      if (line !== "") lines.set(line.slice(line.lastIndexOf("\t") + 1), line)
  }
  return [...lines.values()].map((line) => `\n${line}`).join("")
}

function partRange(): IDBKeyRange {
  return IDBKeyRange.bound(partsFrom, partsTo, false, true)
}
