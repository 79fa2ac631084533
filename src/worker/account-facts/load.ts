import type { AccountFacts } from "~src/domain/facts"
import type { LensDatabase } from "../cache/database"

import { buildFacts } from "./build"
import type { AccountRows, FactsContext } from "./context"
import { derivedStores, readAccountRows } from "./read-rows"

/** Everything stored of an account, read in one transaction; undefined where it is not cached. */
export async function loadRows(db: LensDatabase, accountId: string): Promise<AccountRows | undefined> {
  const tx = db.transaction(derivedStores)
  const [account, before] = await Promise.all([
    tx.objectStore("accounts").get(accountId),
    tx.objectStore("summaries").get(accountId),
  ])
  return account && { ...(await readAccountRows(tx, account, true)), before }
}

/** Facts of a cached account, with writes on their way shown as done; undefined where it is not cached. */
export async function loadFacts(
  db: LensDatabase,
  accountId: string,
  context: FactsContext,
): Promise<AccountFacts | undefined> {
  const rows = await loadRows(db, accountId)
  return rows && buildFacts(rows, context)
}
