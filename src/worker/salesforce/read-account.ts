/** One account of Salesforce in one API call; a second where the org refused a part of it. */
import type { MappingPolicy } from "~src/domain/policy/policy"

import { toId18 } from "~src/hosts"

import type { SalesforceClient } from "./api/client"
import { SalesforceError } from "./api/errors"
import type { SalesforceRecord } from "./api/query-page"
import type { SalesforceAccountBody } from "./account-body"
import { accountLists, type ListName } from "./account-lists"
import { askLists, type Asked } from "./ask"
import { type MappedFields, mappedFields } from "./mapped-fields"
import { partEvents } from "./part-events"
import { valueAt } from "./record-values"
import { orgSchema, type OrgSchema, type SchemaStore } from "./schema"
import { sectionStates } from "./section-states"
import type { SectionName, SectionState } from "./sections"

export interface ReadAccountDeps {
  client: SalesforceClient
  schemas: SchemaStore
  mapping: MappingPolicy
  now: () => number
}

const accountFields = [
  "Id",
  "Name",
  "Type",
  "OwnerId",
  "Owner.Name",
  "ParentId",
  "Parent.Name",
  "NumberOfEmployees",
  "LastActivityDate",
  "SystemModstamp",
  "CurrencyIsoCode",
]

/** What was read of the account before, and when. */
export interface Before {
  body: SalesforceAccountBody
  readAt: string
}

/**
 * Reads an account with its opportunities, contracts, contacts, activities and cases. What the user may not see drops out
 * of its own section; what failed in passing keeps the rows of before.
 * @throws SalesforceError; `not-found` where the account is deleted or not shared, which a refusal never means.
 */
export async function readSalesforceAccount(
  deps: ReadAccountDeps,
  id18: string,
  before?: Before,
): Promise<SalesforceAccountBody> {
  const known = await orgSchema(deps.client, deps.schemas, deps.now())
  const now = new Date(deps.now()).toISOString()
  const mappedIn = (schema: OrgSchema) => mappedFields(schema, deps.mapping)
  const listsIn = (schema: OrgSchema) => {
    const { account, typeFields, roleFields } = mappedIn(schema)
    const mapped = Object.values(account).flat()
    return accountLists({
      accountFields: [...accountFields, ...mapped],
      typeFields: typeFields.length > 0 ? typeFields : ["Type"],
      roleFields,
      now,
    })
  }
  const asked = await askLists({ client: deps.client, now: deps.now, listsIn }, known, id18)
  const mapped = mappedIn(asked.schema)
  const found = { ...asked.schema.found, ...mapped.found }
  const schema = { ...asked.schema, found }
  if (JSON.stringify(schema) !== JSON.stringify(known)) await deps.schemas.set(schema)
  return bodyOf(id18, asked, mapped, now, before)
}

function bodyOf(
  id18: string,
  { answers, lists }: Asked,
  mapped: MappedFields,
  now: string,
  before: Before | undefined,
): SalesforceAccountBody {
  const sections = sectionStates({ answers, lists })
  const account = answers.get("account")
  if (account?.rows?.length === 0) throw new SalesforceError("not-found", 404, "NOT_FOUND", "no such account")
  const id = account?.rows?.[0]?.Id
  if (id !== undefined && (typeof id !== "string" || toId18(id) !== id18))
    throw new SalesforceError("malformed", 200, "", "another account's record")
  const rows = (...names: ListName[]) => distinct(names.flatMap((name) => answers.get(name)?.rows ?? []))
  const { past, coming } = partEvents(rows("events"), now)
  const record = account?.rows?.[0] ?? {}
  const [typeField] = mapped.typeFields
  const [roleField] = mapped.roleFields
  const body: SalesforceAccountBody = {
    id: id18,
    account: record,
    children: rows("children"),
    opportunities: rows("openOpportunities", "otherOpportunities"),
    contracts: rows("contracts"),
    contacts: rows("namedContacts", "contacts").slice(0, 200),
    closedTasks: rows("datedTasks", "otherTasks"),
    pastEvents: past,
    comingEvents: coming,
    cases: rows("cases"),
    fields: chosenFields(mapped.account, record),
    ...(typeField && { typeField }),
    ...(roleField && { roleField }),
    sections,
  }
  sections.contacts = counted(sections.contacts, body.contacts.length)
  sections.events = counted(sections.events, past.length + coming.length)
  return before ? withKept(body, before) : body
}

const counted = (state: SectionState, shown: number): SectionState =>
  state.state === "ok" ? { ...state, shown, total: Math.max(state.total, shown) } : state

function distinct(rows: SalesforceRecord[]): SalesforceRecord[] {
  const byId = new Map(rows.map((row) => [row.Id, row]))
  // Two lists of one object share rows: the first place counts.
  return byId.size === rows.length ? rows : [...byId.values()]
}

/** Of several fields with one label the first that holds something. */
function chosenFields(
  paths: MappedFields["account"],
  account: SalesforceRecord,
): SalesforceAccountBody["fields"] {
  const isFilled = (path: string) => {
    const value = valueAt(account, path)
    return value !== null && value !== undefined && value !== ""
  }
  return Object.fromEntries(Object.entries(paths).map(([fact, all]) => [fact, all.find(isFilled) ?? all[0]]))
}

const rowsIn: Record<Exclude<SectionName, "account">, (keyof SalesforceAccountBody)[]> = {
  opportunities: ["opportunities"],
  contracts: ["contracts"],
  contacts: ["contacts"],
  tasks: ["closedTasks"],
  events: ["pastEvents", "comingEvents"],
  cases: ["cases"],
}

/** Rows of a section that failed in passing stay as they were; hidden ones go, as the user may not see them any more. */
function withKept(body: SalesforceAccountBody, { body: old, readAt }: Before): SalesforceAccountBody {
  const kept = { ...body, sections: { ...body.sections } }
  for (const [section, keys] of Object.entries(rowsIn) as [keyof typeof rowsIn, (typeof rowsIn)["cases"]][]) {
    const state = body.sections[section]
    if (state.state !== "failed" && state.state !== "too-large") continue
    const earlier = old.sections[section]
    if (earlier.state === "hidden") continue
    for (const key of keys) Object.assign(kept, { [key]: old[key] })
    if (state.state === "failed") {
      const since = earlier.state === "failed" ? (earlier.since ?? readAt) : readAt
      kept.sections[section] = { ...state, since }
    }
  }
  return kept
}
