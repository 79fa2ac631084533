/**
 * Settles against the connected workspace what no public source tells (facts: vitally-api, section 8): read-only probes, and a report
 * without customer data: statuses, key names, types and counts.
 */
import { type VitallyClient, VitallyError } from "~src/api/vitally"
import type { LimiterState } from "~src/api/vitally"
import type { FactName, TraitMap } from "~src/domain/policy"
import { FACT_NAMES } from "~src/domain/intake/read-fact"
import { bagsIn, readHealthScores, textIn, type VitallyAccount } from "~src/schemas/vitally"
import type { LensDatabase } from "~src/storage/database"

import { shapeOf } from "./shape-of"

export interface CheckRow {
  name: string
  /** Null: cannot be told from here. */
  ok: boolean | null
  text: string
}

export interface CheckDeps {
  client: VitallyClient
  db: LensDatabase
  traitMap: TraitMap
  /** As last seen by the limiter; asked after the probes. */
  limits: () => Promise<LimiterState>
}

/** Runs about twenty requests. Never throws for what Vitally answers. */
export async function checkWorkspace(deps: CheckDeps): Promise<{ text: string; rows: CheckRow[] }> {
  const { client, db } = deps
  const rows: CheckRow[] = []
  const account = await firstAccount(client, rows)
  const id = account?.id
  const lists = [
    "organizations",
    "tasks",
    "admins",
    "projectTemplates",
    "taskCategories",
    "noteCategories",
    "customObjects",
  ]
  for (const path of lists) await probe(client, rows, path, { limit: 1 })
  await probe(client, rows, "customFields", { model: "accounts" })
  await probe(client, rows, "tasks", { archived: true, limit: 1 }, "tasks, archived")
  if (id !== undefined) {
    const under = ["users", "tasks", "notes", "conversations", "meetings", "npsResponses", "projects"]
    for (const path of under)
      await probe(client, rows, `accounts/${id}/${path}`, { limit: 1 }, `accounts/:id/${path}`)
    await healthScores(client, rows, id)
  }
  await adminSearch(client, rows)
  await unknownId(client, rows)
  const limits = await deps.limits()
  rows.push({
    name: "Request limit",
    ok: limits.seenAt > 0,
    text: `${limits.limit} a window of ${limits.windowMs / 1000} s; ${limits.remaining} were left.`,
  })
  rows.push(...(await bookRows(db, deps.traitMap)))
  const text = [
    "Workspace check",
    ...rows.map(({ name, ok, text: said }) => `${mark(ok)} ${name}: ${said}`),
  ].join("\n")
  return { text, rows }
}

const mark = (ok: boolean | null): string => (ok === null ? "?" : ok ? "+" : "-")

async function firstAccount(client: VitallyClient, rows: CheckRow[]): Promise<VitallyAccount | undefined> {
  const body = await probe(client, rows, "accounts", { limit: 1, status: "activeOrChurned" })
  if (body === undefined) return undefined
  const { rows: accounts } = await client
    .accounts({ limit: 1 })
    .catch(() => ({ rows: [] as VitallyAccount[] }))
  const [first] = accounts
  rows.push({
    name: "Key roles",
    ok: first ? bagsIn(first.keyRoles).length > 0 : null,
    text: first ? `${bagsIn(first.keyRoles).length} on the first account.` : "No account.",
  })
  return first
}

async function probe(
  client: VitallyClient,
  rows: CheckRow[],
  path: string,
  query: Record<string, string | number | boolean>,
  name = path,
): Promise<unknown> {
  try {
    const body = await client.probe(path, query)
    rows.push({ name, ok: true, text: `200, ${shapeOf(body)}` })
    return body
  } catch (error) {
    rows.push({ name, ok: false, text: failure(error) })
    return undefined
  }
}

async function healthScores(client: VitallyClient, rows: CheckRow[], id: string): Promise<void> {
  const body = await probe(client, rows, `accounts/${id}/healthScores`, {}, "accounts/:id/healthScores")
  const parts = readHealthScores(body)
  rows.push({
    name: "Health breakdown",
    ok: body === undefined ? null : parts.length > 0,
    text:
      parts.length > 0
        ? `${parts.length} parts are readable.`
        : "Nothing readable: the section stays hidden.",
  })
}

async function adminSearch(client: VitallyClient, rows: CheckRow[]): Promise<void> {
  const email = await client.admins().then(
    ({ rows: [admin] }) => admin?.email,
    () => undefined,
  )
  if (typeof email === "string") await probe(client, rows, "admins/search", { email })
  else rows.push({ name: "admins/search", ok: null, text: "No address to search for." })
}

/** What an unknown id is answered with: 404 is expected, and how its body looks. */
async function unknownId(client: VitallyClient, rows: CheckRow[]): Promise<void> {
  try {
    await client.probe("accounts/00000000-0000-4000-8000-000000000000")
    rows.push({ name: "Unknown id", ok: false, text: "200 was answered." })
  } catch (error) {
    const expected = error instanceof VitallyError && error.kind === "not-found"
    rows.push({ name: "Unknown id", ok: expected, text: failure(error) })
  }
}

function failure(error: unknown): string {
  if (!(error instanceof VitallyError)) return "failed"
  const said = error.said === undefined ? "no words" : "with words"
  return error.status === undefined ? error.kind : `${error.status} (${error.kind}), ${said}`
}

/** From the cache: which traits became facts, and how many accounts a Salesforce page can find. */
async function bookRows(db: LensDatabase, traitMap: TraitMap): Promise<CheckRow[]> {
  let accounts = 0
  let withSalesforceId = 0
  let withSalesforceTrait = 0
  const filled = new Map<FactName, number>()
  const prefixes = new Map<string, number>()
  let cursor = await db.transaction("accounts").store.openCursor()
  while (cursor) {
    const { salesforceId, raw } = cursor.value
    const traits = (raw as VitallyAccount).traits ?? {}
    accounts += 1
    if (salesforceId !== undefined) withSalesforceId += 1
    if (textIn(traits, "sfdc.Id") !== undefined) withSalesforceTrait += 1
    for (const [fact, key] of Object.entries(traitMap) as [FactName, string][])
      if (traits[key] !== undefined && traits[key] !== null && traits[key] !== "")
        filled.set(fact, (filled.get(fact) ?? 0) + 1)
    if (accounts <= 200)
      for (const key of Object.keys(traits))
        prefixes.set(prefixOf(key), (prefixes.get(prefixOf(key)) ?? 0) + 1)
    cursor = await cursor.continue()
  }
  const mapped = FACT_NAMES.filter((fact) => traitMap[fact] !== undefined)
  const missing = FACT_NAMES.filter((fact) => traitMap[fact] === undefined)
  return [
    {
      name: "Accounts with a Salesforce id",
      ok: accounts === 0 ? null : withSalesforceId > 0,
      text: `${withSalesforceId} of ${accounts}; ${withSalesforceTrait} by the trait sfdc.Id.`,
    },
    { name: "Trait prefixes", ok: null, text: [...prefixes.keys()].sort().join(", ") || "none seen" },
    {
      name: "Mapped facts",
      ok: mapped.length > 0,
      text: mapped.map((fact) => `${fact} (${filled.get(fact) ?? 0} filled)`).join(", ") || "none",
    },
    { name: "Facts without a trait", ok: null, text: missing.join(", ") || "none" },
  ]
}

/** `vitally.custom.x` and `sfdc.X` by their integration; a bare key says nothing of the customer but is not told whole either. */
function prefixOf(key: string): string {
  const parts = key.split(".")
  return parts.length < 2
    ? "(bare)"
    : parts[0] === "vitally" && parts.length > 2
      ? `${parts[0]}.${parts[1] ?? ""}`
      : (parts[0] ?? "")
}
