/** Which Salesforce account belongs to a Vitally account, and the reverse, where the record itself does not say so. */
import type { AccountRow } from "../cache/rows"

import type { WorkerContext } from "../kernel/context"

type Cache = Pick<WorkerContext, "db">

const recordKey = (id18: string) => `salesforce.record:${id18}`
const externalPrefix = "vitally.external:"
const mergedKey = (id18: string) => `salesforce.merged:${id18}`

async function noted({ db }: Cache, key: string): Promise<string | null> {
  const known = (await db.get("meta", key))?.value
  return typeof known === "string" ? known : null
}

/** The account of an opportunity, contact, contract or case, where it was looked up before. */
export const recordAccount = (context: Cache, id18: string) => noted(context, recordKey(id18))

export async function rememberRecordAccount({ db }: Cache, id18: string, account: string): Promise<void> {
  await db.put("meta", { key: recordKey(id18), value: account })
}

/** Vitally found this account by its Salesforce id, though nothing that was read of it says so. */
export async function rememberExternal({ db }: Cache, id18: string, accountId: string): Promise<void> {
  const row = await db.get("accounts", accountId)
  if (row && row.salesforceId !== id18) await db.put("meta", { key: externalPrefix + id18, value: accountId })
}

/** The 18-character id of the account's record: its own, else that of a page linked to it by hand, else as Vitally found it. */
export async function salesforceIdFor(
  context: Cache,
  { id, salesforceId }: Pick<AccountRow, "id" | "salesforceId">,
): Promise<string | undefined> {
  if (salesforceId !== undefined) return salesforceId
  for (const { ref, accountId } of await context.db.getAll("links")) {
    if (accountId !== id || ref.site !== "salesforce") continue
    const id18 = ref.object === "Account" ? ref.id18 : await recordAccount(context, ref.id18)
    if (id18 !== null) return id18
  }
  const range = IDBKeyRange.bound(externalPrefix, `${externalPrefix}~`)
  const external = (await context.db.getAll("meta", range)).find(({ value }) => value === id)
  return external?.key.slice(externalPrefix.length)
}

/** Every cached Vitally account of a Salesforce account. */
export async function accountsOfSalesforce(context: Cache, id18: string): Promise<AccountRow[]> {
  const { db } = context
  const indexed = await db.getAllFromIndex("accounts", "salesforceId", id18)
  if (indexed.length > 0) return indexed
  const id = (await noted(context, externalPrefix + id18)) ?? (await linkedByHand(context, id18))
  const row = id === null ? undefined : await db.get("accounts", id)
  return row ? [row] : []
}

async function linkedByHand({ db }: Cache, id18: string): Promise<string | null> {
  const link = (await db.getAll("links")).find(({ ref }) => ref.site === "salesforce" && ref.id18 === id18)
  return link?.accountId ?? null
}

/** Where an account went on when it was merged, as far as Salesforce said so before. */
export const mergeWinner = (context: Cache, id18: string) => noted(context, mergedKey(id18))

/** `null` takes it back: a merge can't be undone, but the survivor can be deleted or no longer be shared. */
export async function rememberMerge({ db }: Cache, id18: string, winner: string | null): Promise<void> {
  if (winner === null) await db.delete("meta", mergedKey(id18))
  else await db.put("meta", { key: mergedKey(id18), value: winner })
}
