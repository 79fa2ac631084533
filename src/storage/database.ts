/** The one IndexedDB of the extension, opened by the worker only. */
import { type IDBPDatabase, openDB } from "idb"

import type { LensSchema } from "./rows"

export type LensDatabase = IDBPDatabase<LensSchema>

export const databaseName = "account-lens"
export const databaseVersion = 1

/**
 * Opens the database, upgrading it step by step. A blocked upgrade closes older connections.
 * @throws DOMException where the browser refuses storage.
 */
export function openLensDatabase(name = databaseName): Promise<LensDatabase> {
  return openDB<LensSchema>(name, databaseVersion, {
    upgrade(db, oldVersion) {
      if (oldVersion < 1) createStores(db)
    },
    blocking(_current, _blocked, event) {
      ;(event.target as IDBDatabase).close()
    },
  })
}

function createStores(db: LensDatabase): void {
  const accounts = db.createObjectStore("accounts", { keyPath: "id" })
  accounts.createIndex("salesforceId", "salesforceId")
  accounts.createIndex("organizationId", "organizationId")
  db.createObjectStore("organizations", { keyPath: "id" })
  const tasks = db.createObjectStore("tasks", { keyPath: "id" })
  tasks.createIndex("accountId", "accountId")
  tasks.createIndex("mine", ["assignedToId", "open"])
  tasks.createIndex("done", ["assignedToId", "completedAt"])
  for (const name of ["touches", "contacts", "projects", "details", "care"] as const) {
    // idb types each store apart; the shape is the same.
    const store = db.createObjectStore(name as "touches", { keyPath: "id" })
    store.createIndex("accountId", "accountId")
  }
  const summaries = db.createObjectStore("summaries", { keyPath: "id" })
  summaries.createIndex("overdue", ["owner", "contactOverdueOn"])
  summaries.createIndex("owner", "owner")
  const history = db.createObjectStore("history", { keyPath: "id", autoIncrement: true })
  history.createIndex("accountId", "accountId")
  history.createIndex("at", "at")
  const outbox = db.createObjectStore("outbox", { keyPath: "id" })
  outbox.createIndex("state", "state")
  outbox.createIndex("accountId", "accountId")
  db.createObjectStore("links", { keyPath: "key" })
  db.createObjectStore("meta", { keyPath: "key" })
}
