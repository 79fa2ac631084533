import type { Step } from "./step"

const byId = { keyPath: "id" }

/** From nothing. */
export const firstStores: Step = {
  stores(db) {
    const accounts = db.createObjectStore("accounts", byId)
    accounts.createIndex("salesforceId", "salesforceId")
    accounts.createIndex("organizationId", "organizationId")
    db.createObjectStore("organizations", byId)
    const tasks = db.createObjectStore("tasks", byId)
    tasks.createIndex("accountId", "accountId")
    tasks.createIndex("mine", ["assignedToId", "open"])
    tasks.createIndex("done", ["assignedToId", "completedAt"])
    for (const name of ["touches", "contacts", "projects", "details", "care"])
      db.createObjectStore(name, byId).createIndex("accountId", "accountId")
    const summaries = db.createObjectStore("summaries", byId)
    summaries.createIndex("overdue", ["owner", "contactOverdueOn"])
    summaries.createIndex("owner", "owner")
    const history = db.createObjectStore("history", { ...byId, autoIncrement: true })
    history.createIndex("accountId", "accountId")
    history.createIndex("at", "at")
    const outbox = db.createObjectStore("outbox", byId)
    outbox.createIndex("state", "state")
    outbox.createIndex("accountId", "accountId")
    db.createObjectStore("links", { keyPath: "key" })
    db.createObjectStore("meta", { keyPath: "key" })
  },
}
