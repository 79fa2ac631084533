/** Which Vitally account a page is about: by hand, by id, by organization (facts: vitally-api, section 6). */
import type { PageRef, SalesforceRef, VitallyRef } from "~src/hosts/page-ref"
import type { AccountRow, LinkRow } from "~src/storage/rows"

import type { WorkerContext } from "../worker/context"

export type Resolution =
  | { kind: "account"; accountId: string; link?: LinkRow; alternatives: string[] }
  /** Several accounts fit equally well. */
  | { kind: "choose"; accountIds: string[] }
  /** Not in the cache: Vitally may know it under this id. */
  | { kind: "not-cached"; ask: string | null }

type Cache = Pick<WorkerContext, "db">

/** From the cache alone. A link made by hand comes before everything. */
export async function resolvePage(context: Cache, ref: PageRef): Promise<Resolution> {
  const link = await context.db.get("links", ref.key)
  if (link && (await context.db.get("accounts", link.accountId))) {
    const others = await found(context, ref)
    return {
      kind: "account",
      accountId: link.accountId,
      link,
      alternatives: others.map(({ id }) => id).filter((id) => id !== link.accountId),
    }
  }
  return choose(await found(context, ref), askFor(ref))
}

/** Ids of every account this page may speak of. */
export async function accountsOfPage(context: Cache, ref: PageRef): Promise<string[]> {
  const resolution = await resolvePage(context, ref)
  switch (resolution.kind) {
    case "account":
      return [resolution.accountId, ...resolution.alternatives]
    case "choose":
      return resolution.accountIds
    default:
      return []
  }
}

function found(context: Cache, ref: PageRef): Promise<AccountRow[]> {
  return ref.site === "vitally" ? ofVitally(context, ref) : ofSalesforce(context, ref)
}

async function ofVitally({ db }: Cache, { kind, id }: VitallyRef): Promise<AccountRow[]> {
  if (kind === "organization") return db.getAllFromIndex("accounts", "organizationId", id)
  const row = await db.get("accounts", id)
  return row ? [row] : []
}

async function ofSalesforce(context: Cache, ref: SalesforceRef): Promise<AccountRow[]> {
  const id18 = ref.object === "Account" ? ref.id18 : await recordAccount(context, ref.id18)
  if (id18 === null) return []
  const indexed = await context.db.getAllFromIndex("accounts", "salesforceId", id18)
  if (indexed.length > 0) return indexed
  const id = await noted(context, externalKey(id18))
  const row = id === null ? undefined : await context.db.get("accounts", id)
  return row ? [row] : []
}

/** One that is left when churned accounts are put aside is the one; else the user says which. */
function choose(rows: AccountRow[], ask: string | null): Resolution {
  const alive = rows.filter(({ raw }) => typeof raw.churnedAt !== "string")
  const [only] = alive.length > 0 ? alive : rows
  if (!only) return { kind: "not-cached", ask }
  if (alive.length === 1 || rows.length === 1) {
    return {
      kind: "account",
      accountId: only.id,
      alternatives: rows.map(({ id }) => id).filter((id) => id !== only.id),
    }
  }
  return { kind: "choose", accountIds: rows.map(({ id }) => id) }
}

/** The id under which `GET accounts/:id` may find it: Vitally takes its own and the external one. */
function askFor(ref: PageRef): string | null {
  if (ref.site === "vitally") return ref.kind === "account" ? ref.id : null
  return ref.object === "Account" ? ref.id18 : null
}

const recordKey = (id18: string) => `salesforce.record:${id18}`
const externalKey = (id18: string) => `vitally.external:${id18}`

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
  if (row && row.salesforceId !== id18) await db.put("meta", { key: externalKey(id18), value: accountId })
}
