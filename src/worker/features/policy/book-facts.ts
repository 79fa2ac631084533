/** Facts of the whole book as the sweep knows it, a part at a time. */
import type { AccountFacts } from "~src/domain/facts"
import { buildFacts, type FactsContext } from "~src/worker/account-facts"
import type { LensDatabase } from "~src/worker/cache/database"

/** Accounts of one read: few enough for other requests to be answered in between. */
const batch = 500

/** Calls back with each cached account's facts, without its tasks, touches and contacts. */
export async function eachBookFacts(
  db: LensDatabase,
  context: FactsContext,
  take: (facts: AccountFacts) => void,
): Promise<void> {
  const parents = new Map((await db.getAll("organizations")).map((row) => [row.id, row]))
  const none = { tasks: [], touches: [], contacts: [], projects: [], details: [], history: [], pending: [] }
  for (let after: string | undefined; ;) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true)
    const accounts = await db.getAll("accounts", range, batch)
    for (const account of accounts) {
      const organization = parents.get(account.organizationId ?? "")
      take(buildFacts({ ...none, account, organization }, context))
    }
    after = accounts.at(-1)?.id
    if (after === undefined || accounts.length < batch) return
  }
}
