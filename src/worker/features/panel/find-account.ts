/** A page whose account is not cached: asked for in Vitally, then by name, then the user. */
import type { SalesforceClient } from "~src/worker/salesforce/api/client"
import { soql } from "~src/worker/salesforce/api/soql"
import { toId18 } from "~src/hosts"
import type { PageRef, SalesforceRef } from "~src/hosts/page-ref"
import type { Fault, PanelState, SearchHit } from "~src/messaging/contract"
import { normaliseName } from "~src/worker/kernel/match"
import { searchBook } from "~src/worker/search"
import type { LensDatabase } from "~src/worker/cache/database"

import { hitsOf } from "../../search/hits"
import { readFromVitally } from "../../refresh/refresh"
import { syncDeps } from "../../account-facts/sync-deps"
import {
  accountsOfSalesforce,
  recordAccount,
  rememberExternal,
  rememberRecordAccount,
} from "../../account-facts/salesforce-record"
import { accountOfRecord, mergedFrom } from "../../salesforce/resolve-record"
import { orgSchema, sees } from "../../salesforce/schema"
import { salesforceClient, schemaStore } from "../../salesforce/service"
import type { WorkerContext } from "../../kernel/context"
import { faultOf } from "../../kernel/fault-of"
import { spendForPage } from "../tabs/page-budget"

type View = PanelState["view"]

interface Search {
  state: "running" | "unknown" | "failed"
  fault?: Fault
  /** Why it is unknown, where it is not simply that. */
  text?: string
  candidates: SearchHit[]
  /** Epoch milliseconds. */
  at: number
}

/** What was not found is asked for again after this long. */
const againMs = 60_000
/** What failed, sooner: the fault may be a passing one. */
const afterFailureMs = 25_000

/** One search a page, shared by all panels on it; lost with the worker, as its requests are. */
const searches = new WeakMap<LensDatabase, Map<string, Search>>()

const tooMany: Fault = {
  code: "rate",
  title: "This browser opened many unknown customers within a minute.",
  detail:
    "Account Lens stopped asking Vitally for them, so that your workspace's request limit is not used up.",
  next: "Wait a minute, then try again.",
}

/** What to show now; starts the search if none has run lately. Its end is announced to the tabs of that page. */
export async function findAccount(context: WorkerContext, ref: PageRef, ask: string | null): Promise<View> {
  const all = searches.get(context.db) ?? new Map<string, Search>()
  searches.set(context.db, all)
  const known = all.get(ref.key)
  if (!known || (known.state !== "running" && context.now() - known.at > pauseAfter(known))) {
    if (!(await spendForPage(context, ref.key))) return { kind: "error", fault: tooMany }
    all.set(ref.key, { state: "running", candidates: known?.candidates ?? [], at: context.now() })
    void search(context, ref, ask).then(async (found) => {
      all.set(ref.key, found)
      await tellTabs(context, ref)
    })
  }
  return viewOf(ref, all.get(ref.key))
}

const pauseAfter = ({ state }: Search): number => (state === "failed" ? afterFailureMs : againMs)

function viewOf(ref: PageRef, found: Search | undefined): View {
  if (!found || found.state === "running")
    return { kind: "loading", text: "Looking for this customer in Vitally" }
  if (found.state === "failed" && found.fault) return { kind: "error", fault: found.fault }
  return {
    kind: "unknown",
    text:
      found.text ??
      "Vitally does not know this page's customer by its id. Link the account once, and it is remembered.",
    candidates: found.candidates,
    linkPage: `ref=${encodeURIComponent(JSON.stringify(ref))}`,
  }
}

async function search(context: WorkerContext, ref: PageRef, ask: string | null): Promise<Search> {
  const at = context.now()
  const unknown = (candidates: SearchHit[] = []): Search => ({ state: "unknown", candidates, at })
  try {
    if (ref.site === "vitally" && ref.kind === "organization") {
      await ofOrganization(context, ref.id)
      return unknown()
    }
    const id = ref.site === "salesforce" ? await salesforceAccount(context, ref) : ask
    if (id === null && ref.site === "salesforce")
      return { ...unknown(), text: await whyNoAccount(context, ref) }
    if (id === null) return unknown()
    const read = await readFromVitally(context, id)
    if (read.ok) {
      if (ref.site === "salesforce") await rememberExternal(context, id, read.accountId)
      return unknown()
    }
    if (!read.gone) return { state: "failed", fault: read.fault, candidates: [], at }
    if (ref.site !== "salesforce" || (await byMerge(context, id))) return unknown()
    return unknown(await byRecord(context, id))
  } catch (error) {
    return { state: "failed", fault: faultOf(error), candidates: [], at }
  }
}

/** More accounts than this of one organization are left to the sync. */
const siblings = 5

/** Reads the accounts of an organization that the sync has not reached yet. */
async function ofOrganization(context: WorkerContext, id: string): Promise<void> {
  const deps = await syncDeps(context)
  const { rows = [] } = (await deps?.client.accountsOf(id)) ?? {}
  await Promise.all(rows.slice(0, siblings).map((account) => readFromVitally(context, account.id)))
}

/** Pages of opportunities, contacts, contracts and cases name no customer. */
async function whyNoAccount({ secrets }: WorkerContext, { object }: SalesforceRef): Promise<string> {
  const kind = object.replace(/__c$/, "").replaceAll("_", " ").toLowerCase()
  const page = `This page shows ${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}.`
  return (await secrets.salesforce.grant())
    ? `${page} In Salesforce it belongs to no single account that you can see. Link it once, and it is remembered.`
    : `${page} Sign in to Salesforce in the options, and Account Lens finds its account; or link it once by hand.`
}

/** The account of the record on screen; null where only a signed-in Salesforce could tell. */
async function salesforceAccount(context: WorkerContext, ref: SalesforceRef): Promise<string | null> {
  if (ref.object === "Account") return ref.id18
  const known = await recordAccount(context, ref.id18)
  if (known !== null) return known
  const client = await salesforceClient(context)
  const account = client ? await accountOfRecord(client, ref.object, ref.id18) : null
  if (account !== null) await rememberRecordAccount(context, ref.id18, account)
  return account
}

/** Vitally may still know the account by the id that it had before a merge; Salesforce's own word settles that. */
async function byMerge(context: WorkerContext, id18: string): Promise<boolean> {
  const client = await salesforceClient(context)
  const olds = client ? await mergedFrom(client, id18).catch(() => []) : []
  const rows = (await Promise.all(olds.map((old) => accountsOfSalesforce(context, old)))).flat()
  const [only] = rows
  if (!only || rows.length > 1) return false
  await rememberExternal(context, id18, only.id)
  return true
}

/**
 * What the Salesforce record itself suggests: Vitally's accounts of its parent, then those that bear the same name, legal
 * form and spelling aside. The user confirms.
 */
async function byRecord(context: WorkerContext, id18: string): Promise<SearchHit[]> {
  const client = await salesforceClient(context)
  if (!client) return []
  const { name, parent } = await nameAndParent(context, client, id18)
  const ofParent = parent === null ? [] : await accountsOfSalesforce(context, parent)
  const candidates = await hitsOf(
    context,
    ofParent.map(({ id }) => id),
  )
  const wanted = name === null ? "" : normaliseName(name)
  const { hits } = wanted === "" ? { hits: [] } : await searchBook(context.db, wanted, { limit: 20 })
  const named = hits.filter(
    (hit) => normaliseName(hit.name) === wanted && !candidates.some(({ id }) => id === hit.id),
  )
  return [...named, ...candidates]
}

async function nameAndParent(context: WorkerContext, client: SalesforceClient, id18: string) {
  const schema = await orgSchema(client, await schemaStore(context), context.now())
  const fields = ["Id", "Name", "ParentId"].filter((field) => sees(schema, "Account", field))
  const [row] = await client.query(
    soql({ select: fields, from: "Account", where: ["Id", "=", id18], limit: 1 }),
  )
  return {
    name: typeof row?.Name === "string" ? row.Name : null,
    parent: typeof row?.ParentId === "string" ? toId18(row.ParentId) : null,
  }
}

async function tellTabs(context: WorkerContext, ref: PageRef): Promise<void> {
  for (const tab of await context.tabs.all()) {
    if (tab.ref?.key === ref.key) context.publish(`tab:${tab.tabId}`)
  }
}
