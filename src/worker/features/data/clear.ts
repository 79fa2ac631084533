/** Deleting what is stored in this browser. Nothing is ever deleted in Vitally or Salesforce. */
import type { StoreNames } from "idb"

import type { LensSchema } from "~src/worker/cache/rows"
import { readStores } from "~src/worker/cache/workspace"

import { syncJob } from "../../sync/sync-job"
import type { WorkerContext } from "../../kernel/context"
import { beginEpoch } from "../../kernel/epoch"
import { runJob } from "../../kernel/job"
import { sessionDeps } from "../../salesforce/service"
import { signOut } from "../../salesforce/sign-in"
import { signOutOfLooker } from "../../looker/session"
import { storeLabels } from "./stores"

/** Of `meta` these stay: they are the user's own, or say whose cache it is. */
const keptMeta = ["workspace", "admins", "roles", "traitMapByHand", "typed"]

/** What was read from the services; it is refreshed at once where they are connected. */
export async function clearReadData(context: WorkerContext): Promise<void> {
  // What is being read now belongs to the cache before.
  beginEpoch(context, "vitally")
  const tx = context.db.transaction([...readStores, "meta"], "readwrite")
  const meta = tx.objectStore("meta")
  const names = await meta.getAllKeys()
  await Promise.all([
    ...readStores.map((name) => tx.objectStore(name).clear()),
    ...names.filter((name) => !keptMeta.includes(name)).map((name) => meta.delete(name)),
    tx.done,
  ])
  tellAll(context)
  void runJob(context, syncJob).catch(() => undefined)
}

/**
 * Everything, keys and settings included: as after installing. The sign-in is taken back in Salesforce, too. What is under way stores
 * nothing more; which tabs are ours stays known, so that their panels can be told.
 */
export async function clearEverything(context: WorkerContext): Promise<void> {
  const { db, platform, settings } = context
  beginEpoch(context, "vitally")
  beginEpoch(context, "salesforce")
  const tabs = await context.tabs.all()
  await signOut(sessionDeps(context))
  await signOutOfLooker(context)
  const names = Object.keys(storeLabels) as StoreNames<LensSchema>[]
  const tx = db.transaction(names, "readwrite")
  await Promise.all([...names.map((name) => tx.objectStore(name).clear()), tx.done])
  // Keys first of all that is left, then the settings, whose change is told to the rest of the worker.
  await platform.local.clear()
  await platform.session.clear()
  for (const { tabId, documentId, nonce } of tabs)
    await context.tabs.see(tabId, { ref: null, documentId, ...(nonce !== undefined && { nonce }) })
  await settings.reset()
  tellAll(context)
}

function tellAll(context: WorkerContext): void {
  context.memory.forgetAll()
  context.publish("settings", "status", "popup", "book", "outbox", "tab:", "account:")
}
