/** Which Vitally account a page is about: by hand, by id, by organization (facts: vitally-api, section 6). */
import type { PageRef, SalesforceRef, VitallyRef } from "~src/hosts/page-ref"
import type { AccountRow, LinkRow } from "~src/worker/cache/rows"

import { storedFamily } from "../../salesforce/family"
import type { WorkerContext } from "../../kernel/context"
import { accountsOfSalesforce, recordAccount } from "../../account-facts/salesforce-record"

export type Resolution =
  | { kind: "account"; accountId: string; link?: LinkRow; alternatives: string[] }
  /** Several accounts fit equally well. */
  | { kind: "choose"; accountIds: string[] }
  /** Not in the cache: Vitally may know it under this id. */
  | { kind: "not-cached"; ask: string | null }

type Cache = Pick<WorkerContext, "db">

/** From the cache alone. A link made by hand comes before everything. */
export async function resolvePage(context: Cache, ref: PageRef): Promise<Resolution> {
  const resolution = await resolveAlone(context, ref)
  if (resolution.kind !== "account") return resolution
  const known = [resolution.accountId, ...resolution.alternatives]
  const family = (await relatives(context, ref, resolution.accountId)).filter((id) => !known.includes(id))
  return { ...resolution, alternatives: [...resolution.alternatives, ...family] }
}

/** Vitally accounts of the parent and the children that Salesforce names. */
async function relatives(context: Cache, ref: PageRef, accountId: string): Promise<string[]> {
  if (ref.site !== "salesforce") return []
  const family = await storedFamily(context, accountId)
  const rows = await Promise.all(family.map((id18) => accountsOfSalesforce(context, id18)))
  return [...new Set(rows.flat().map(({ id }) => id))]
}

async function resolveAlone(context: Cache, ref: PageRef): Promise<Resolution> {
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
  return id18 === null ? [] : accountsOfSalesforce(context, id18)
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
