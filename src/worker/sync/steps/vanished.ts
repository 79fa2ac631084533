/** What the whole sweep did not see: deleted, or merely missed. Each account and organization is asked for before it is removed. */
import { isVitally } from "~src/worker/vitally/api"
import { appendToIndex } from "~src/worker/search/packed"
import type { LensDatabase } from "~src/worker/cache/database"
import { patchRows } from "~src/worker/cache/patch-rows"
import { abortQuietly } from "~src/worker/cache/abort"
import type { Feed } from "~src/worker/cache/sync-record"

import { noteAside } from "../rows/rejected-rows"
import type { Slice } from "../rows/slice"
import { storeAccounts } from "../rows/store-accounts"
import { storeOrganizations } from "../rows/store-rows"
import { againUnder } from "./changes"
import type { Step } from "./step"
import { into } from "./sweep"

const perAccount = ["touches", "contacts", "projects", "details", "tasks", "care"] as const

type Kind = "accounts" | "organizations"

export const vanished: Step = async (slice) => {
  const { deps, record } = slice
  // What may not be read, or was not read whole, is not gone.
  const isWhole = (feed: Feed) => !record.hidden?.includes(feed) && record.run?.cut !== true
  for (const store of ["accounts", "organizations"] as const) {
    if (store === "organizations" && !isWhole(store)) continue
    for (const id of await unseen(deps.db, store, record.generation)) {
      if (slice.isOver()) return "time"
      await settle(slice, store, id)
    }
  }
  if (record.run?.steps.includes("tasks") && isWhole("tasks"))
    await removeUnseenTasks(deps.db, record.generation)
  return "done"
}

async function unseen(db: LensDatabase, store: Kind, generation: number): Promise<string[]> {
  const ids: string[] = []
  let cursor = await db.transaction(store).store.openCursor()
  while (cursor) {
    if (cursor.value.seenIn !== generation) ids.push(cursor.value.id)
    cursor = await cursor.continue()
  }
  return ids
}

async function settle(slice: Slice, store: Kind, id: string): Promise<void> {
  const { deps, record } = slice
  let answered: string | undefined
  try {
    answered = await readAgain(slice, store, id)
  } catch (error) {
    // Not told whether it is there: the next whole sweep asks again, this one has done so.
    if (isVitally(error, "forbidden", "server", "malformed")) {
      await patchRows(deps.db, store, [id], { seenIn: record.generation })
      return
    }
    if (!isVitally(error, "not-found", "refused")) throw error
  }
  // One that was merged may be answered by the one that stayed.
  if (answered !== id) await (store === "accounts" ? removeAccount(deps.db, id) : deps.db.delete(store, id))
  if (store === "accounts") slice.changed.add(id)
  else await againUnder(slice, [id])
}

/** Stores what is answered for `id`. @returns the id of that. */
async function readAgain(slice: Slice, store: Kind, id: string): Promise<string> {
  const { client, me } = slice.deps
  if (store === "organizations") {
    const organization = await client.organization(id, slice.call)
    await storeOrganizations(into(slice), [organization])
    return organization.id
  }
  const account = await client.account(id, slice.call)
  await storeAccounts({ ...into(slice), facts: slice.facts, role: me?.role ?? "" }, [account])
  return account.id
}

/** Removes an account and all that hangs on it; its history and its outbox rows stay. */
export async function removeAccount(db: LensDatabase, id: string): Promise<void> {
  const tx = db.transaction([...perAccount, "accounts", "summaries", "meta"], "readwrite")
  const writes: Promise<unknown>[] = []
  try {
    for (const name of perAccount) {
      const store = tx.objectStore(name)
      for (const key of await store.index("accountId").getAllKeys(id)) writes.push(store.delete(key))
    }
    const meta = tx.objectStore("meta")
    const detailed = ((await meta.get("detailed"))?.value as string[] | undefined) ?? []
    if (detailed.includes(id))
      writes.push(meta.put({ key: "detailed", value: detailed.filter((other) => other !== id) }))
    writes.push(noteAside(meta, id, {}))
    writes.push(tx.objectStore("accounts").delete(id), tx.objectStore("summaries").delete(id))
    writes.push(appendToIndex(meta, [], [id]))
    await Promise.all([...writes, tx.done])
  } catch (error) {
    abortQuietly(tx, writes)
    throw error
  }
}

/** Tasks that a sweep of all of them misses were deleted or archived; those of Salesforce are not Vitally's to remove. */
async function removeUnseenTasks(db: LensDatabase, generation: number): Promise<void> {
  const tx = db.transaction("tasks", "readwrite")
  try {
    let cursor = await tx.store.openCursor()
    while (cursor) {
      const { seenIn, source } = cursor.value
      if (source === "vitally" && seenIn !== generation) await cursor.delete()
      cursor = await cursor.continue()
    }
    await tx.done
  } catch (error) {
    abortQuietly(tx)
    throw error
  }
}
