/** Asks for missing rows one by one: what answers is there again, and only the service's own "no such record" counts as a proof. */
import type { LensDatabase } from "../../cache/database"
import { getMeta } from "../../cache/meta"
import { mayRemove, type MissingKind, type MissingRecord, proofsApartMs } from "../../cache/missing"
import { isGone, VitallyError } from "../../vitally/api"
import { filled } from "../../vitally/rows"
import { ageMs } from "../rows/age"
import type { Slice } from "../rows/slice"
import { storeAccounts } from "../rows/store-accounts"
import { storeOrganizations, storeTasks } from "../rows/store-rows"
import { into } from "./sweep"
import { changeMissing, forgetMissing, noteMissing } from "../rows/missing-rows"
import { removable, removeRows } from "../rows/remove-rows"

const kinds: readonly MissingKind[] = ["accounts", "organizations", "tasks"]

export interface AskedAgain {
  /** They answered: they are there. */
  there: number
  asked: number
}

/**
 * Asks for each of `ids` by itself.
 * @returns null where the slice's time was over first.
 */
export async function askAgain(
  slice: Slice,
  kind: MissingKind,
  ids: readonly string[],
): Promise<AskedAgain | null> {
  const { db, now } = slice.deps
  let there = 0
  for (const id of ids) {
    if (slice.isOver()) return null
    const found = await look(slice, kind, id)
    if (found === "there") {
      there += 1
      await forgetMissing(db, kind, [id])
    }
    if (found === "gone") await noteMissing(db, kind, [id], "itself", now())
  }
  return { there, asked: ids.length }
}

async function look(slice: Slice, kind: MissingKind, id: string): Promise<"there" | "gone" | "unknown"> {
  try {
    await readAgain(slice, kind, id)
    return "there"
  } catch (error) {
    if (isGone(error)) return "gone"
    // A refusal, a broken service or an unreadable answer of one record says nothing of it, and holds up no other.
    const isItsOwn = error instanceof VitallyError && !["auth", "rate", "network"].includes(error.kind)
    if (isItsOwn) return "unknown"
    throw error
  }
}

/** Stores what is answered. An archived task is there, and leaves the cache for that. */
async function readAgain(slice: Slice, kind: MissingKind, id: string): Promise<void> {
  const { client, me } = slice.deps
  const options = { ...into(slice), compare: true }
  if (kind === "organizations") await storeOrganizations(options, [await client.organization(id, slice.call)])
  else if (kind === "tasks") {
    const task = await client.task(id, slice.call)
    const changed = await storeTasks(options, [task])
    if (filled(task.archivedAt) !== undefined) for (const one of changed) slice.changed.add(one)
  } else {
    const account = await client.account(id, slice.call)
    await storeAccounts({ ...options, facts: slice.facts, role: me?.role ?? "" }, [account])
    slice.changed.add(id)
  }
}

/**
 * Goes through what is missing: asks again for what was not asked for lately, and removes what is proven. As many of a kind as one day
 * may remove are asked for in one run; after the user's word all of them.
 * @returns ids of removed organizations, or null where the time was over first.
 */
export async function settleMissing(slice: Slice): Promise<string[] | null> {
  const { db } = slice.deps
  const removed: string[] = []
  for (const kind of kinds) {
    const gone = await settleKind(slice, kind)
    if (gone === null) return null
    if (kind === "accounts") for (const id of gone) slice.changed.add(id)
    if (kind === "organizations") removed.push(...gone)
  }
  // The user's word is for what was missing when it was given.
  await changeMissing(db, (record) => {
    if (record.allowedAt === undefined) return record
    const rest = { ...record }
    delete rest.allowedAt
    return rest
  })
  return removed
}

/** @returns ids that were removed, or null where the time was over first. */
async function settleKind(slice: Slice, kind: MissingKind): Promise<string[] | null> {
  const { db, now } = slice.deps
  const record = (await getMeta(db, "missing")) ?? {}
  const rows = Object.entries(record[kind] ?? {})
  if (rows.length === 0) return []
  const count = await db.count(kind)
  const few = mayRemove(count)
  const isHeld = rows.length > few
  const isAllowed = record.allowedAt !== undefined
  const due = rows
    .filter(([, { itself }]) => isAllowed || isHeld || ageMs(itself, now()) >= proofsApartMs)
    .map(([id]) => id)
    .slice(0, isAllowed ? undefined : few)
  const answered = await askAgain(slice, kind, due)
  if (answered === null) return null
  if (isHeld && !isAllowed && isMost(answered)) slice.record.lookAgain = kind
  const gone = await toRemove(db, kind, count, now())
  await removeRows(db, kind, gone, now())
  return gone
}

/** At least half of those asked for answered: the list that lacks them is wrong, or was. */
export const isMost = ({ there, asked }: AskedAgain): boolean => asked > 0 && there * 2 >= asked

async function toRemove(db: LensDatabase, kind: MissingKind, count: number, now: number): Promise<string[]> {
  const record: MissingRecord = (await getMeta(db, "missing")) ?? {}
  // The user has looked: what did not answer when it was asked for goes.
  if (record.allowedAt !== undefined) return Object.keys(record[kind] ?? {})
  return removable(record, kind, count, now)
}
