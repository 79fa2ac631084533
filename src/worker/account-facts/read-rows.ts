/** Reads all rows of one account, inside a transaction of the caller. */
import type { StoreNames } from "idb"

import { isNews } from "../writes/still-pending"
import { inOrder } from "../writes/order"
import type { AccountRow, LensSchema, OrganizationRow } from "../cache/rows"

import { type UsageRecord, usageKey } from "../usage/store"
import type { AccountRows } from "./context"

/** Stores a whole account is read from. */
const accountStores = [
  "accounts",
  "organizations",
  "tasks",
  "touches",
  "contacts",
  "projects",
  "details",
  "history",
  "outbox",
  "care",
  "meta",
] as const satisfies StoreNames<LensSchema>[]

/** Those, and where what is derived from them is written. */
export const derivedStores = [...accountStores, "summaries"] as const satisfies StoreNames<LensSchema>[]

type AccountStore = (typeof accountStores)[number]

/** A transaction that covers these stores, whatever else it covers and whether it may write. */
export interface ReadsAccount {
  // idb's types tie a store to the exact list of the transaction's stores; no common type exists.
  objectStore: (name: never) => unknown
}

interface Reader<N extends AccountStore> {
  get(key: string): Promise<LensSchema[N]["value"] | undefined>
  index(name: "accountId"): { getAll(key: string): Promise<LensSchema[N]["value"][]> }
}

function reader<N extends AccountStore>(tx: ReadsAccount, name: N): Reader<N> {
  return tx.objectStore(name as never) as Reader<N>
}

/** What a sweep knows of an account. */
export function bareRows(account: AccountRow, organization: OrganizationRow | undefined): AccountRows {
  return {
    account,
    organization,
    tasks: [],
    touches: [],
    contacts: [],
    projects: [],
    details: [],
    history: [],
    pending: [],
  }
}

/** Without detail only what the sweep knows: account and organization. */
export async function readAccountRows(
  tx: ReadsAccount,
  account: AccountRow,
  withDetail: boolean,
  organizations?: ReadonlyMap<string, OrganizationRow>,
): Promise<AccountRows> {
  const { id, organizationId } = account
  const organization =
    organizationId === undefined
      ? Promise.resolve(undefined)
      : (organizations?.get(organizationId) ?? reader(tx, "organizations").get(organizationId))
  const usageRow = reader(tx, "meta").get(usageKey(id))
  if (!withDetail) {
    const bare = bareRows(account, await organization)
    const usage = (await usageRow)?.value as UsageRecord | undefined
    return usage ? { ...bare, usage } : bare
  }
  const [used, parent, tasks, touches, contacts, projects, details, history, outbox, care] =
    await Promise.all([
      usageRow,
      organization,
      reader(tx, "tasks").index("accountId").getAll(id),
      reader(tx, "touches").index("accountId").getAll(id),
      reader(tx, "contacts").index("accountId").getAll(id),
      reader(tx, "projects").index("accountId").getAll(id),
      reader(tx, "details").index("accountId").getAll(id),
      reader(tx, "history").index("accountId").getAll(id),
      reader(tx, "outbox").index("accountId").getAll(id),
      reader(tx, "care").index("accountId").getAll(id),
    ])
  const pending = outbox.filter((row) => isNews(row, account.detailAt)).sort(inOrder)
  const corrections = care.filter((row) => row.verdict !== undefined || row.noAnswer !== undefined)
  const picks = care.find((row) => row.picks !== undefined)?.picks
  return {
    account,
    organization: parent,
    ...(picks && { picks }),
    ...(used && { usage: used.value as UsageRecord }),
    tasks,
    touches,
    contacts,
    projects,
    details,
    history,
    corrections,
    pending,
  }
}
