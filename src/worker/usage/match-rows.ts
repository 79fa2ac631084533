/** Which customer a row of usage speaks of: by hand, by Vitally or Salesforce id, by a name that only one customer has. */
import { toId18 } from "~src/hosts"

import type { LensDatabase } from "../cache/database"
import { normaliseName } from "../kernel/match"

const linksKey = "usage.links"

export type UsageLinks = Record<string, string>

export async function usageLinks(db: LensDatabase): Promise<UsageLinks> {
  return ((await db.get("meta", linksKey))?.value ?? {}) as UsageLinks
}

export async function linkUsage(db: LensDatabase, account: string, accountId: string): Promise<void> {
  await db.put("meta", { key: linksKey, value: { ...(await usageLinks(db)), [account]: accountId } })
}

/** A function from what a row calls the customer to the customer's id; undefined if it can't be told. */
export async function accountFinder(db: LensDatabase): Promise<(account: string) => string | undefined> {
  const [links, summaries] = await Promise.all([usageLinks(db), db.getAll("summaries")])
  const byId = new Map<string, string>()
  const byName = new Map<string, string | null>()
  for (const { id, name, salesforceId } of summaries) {
    byId.set(id, id)
    if (salesforceId !== undefined) byId.set(salesforceId, id)
    const plain = normaliseName(name)
    // Two of one name: a guess would give one customer the other's numbers.
    if (plain !== "") byName.set(plain, byName.has(plain) ? null : id)
  }
  return (account) =>
    links[account] ??
    byId.get(account) ??
    byId.get(toId18(account) ?? "") ??
    byName.get(normaliseName(account)) ??
    undefined
}
