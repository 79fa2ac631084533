/** Reads all rows of one account, inside a transaction of the caller. */
import type { IDBPObjectStore, StoreNames } from "idb"

import type { AccountRow, LensSchema } from "~src/storage/rows"

import type { AccountRows } from "./context"

/** Stores a whole account is read from. */
export const accountStores = [
  "accounts",
  "organizations",
  "tasks",
  "touches",
  "contacts",
  "projects",
  "details",
  "history",
  "outbox",
] as const satisfies StoreNames<LensSchema>[]

type AccountStore = (typeof accountStores)[number]

/** A transaction that covers these stores, whatever else it covers. */
export interface ReadsAccount {
  objectStore<N extends AccountStore>(name: N): Pick<IDBPObjectStore<LensSchema, AccountStore[], N>, "get" | "index">
}

/** Without detail only what the sweep knows: account and organization. */
export async function readAccountRows(tx: ReadsAccount, account: AccountRow, withDetail: boolean): Promise<AccountRows> {
  const { id, organizationId } = account
  const organization =
    organizationId === undefined ? Promise.resolve(undefined) : tx.objectStore("organizations").get(organizationId)
  if (!withDetail)
    return {
      account,
      organization: await organization,
      tasks: [],
      touches: [],
      contacts: [],
      projects: [],
      details: [],
      history: [],
      pending: [],
    }
  const [parent, tasks, touches, contacts, projects, details, history, outbox] = await Promise.all([
    organization,
    tx.objectStore("tasks").index("accountId").getAll(id),
    tx.objectStore("touches").index("accountId").getAll(id),
    tx.objectStore("contacts").index("accountId").getAll(id),
    tx.objectStore("projects").index("accountId").getAll(id),
    tx.objectStore("details").index("accountId").getAll(id),
    tx.objectStore("history").index("accountId").getAll(id),
    tx.objectStore("outbox").index("accountId").getAll(id),
  ])
  const pending = outbox.filter(({ state }) => state === "waiting" || state === "sending" || state === "undecided")
  return { account, organization: parent, tasks, touches, contacts, projects, details, history, pending }
}
