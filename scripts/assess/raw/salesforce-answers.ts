/** Salesforce over the rows of one case: the replica's own API and SOQL, on an org that holds nothing else. */
import type { Exchange, Reply } from "~test/replica/http/exchange"
import { RequestLog } from "~test/replica/control/log"
import { to18, type ObjectName } from "~test/replica/book/ids"
import { salesforceApi } from "~test/replica/salesforce/routes"
import type { FieldSchema } from "~test/replica/salesforce/schema"
import { World } from "~test/replica/world/world"

import { isRow, type RawCase, type Row, rowsIn } from "./read-cases"

export const sessionToken = "session-of-the-case"

const objectOf: Record<string, ObjectName> = {
  opportunities: "Opportunity",
  contracts: "Contract",
  contacts: "Contact",
  tasks: "Task",
  events: "Event",
  cases: "Case",
}

export interface CaseOrg {
  answer(exchange: Exchange): Reply
  /** User, as the case or its rows name them. */
  userId: string
}

/** The org of a case; null where the case has no Salesforce. */
export function caseOrg({ salesforce, me, now }: RawCase): CaseOrg | null {
  if (!salesforce) return null
  const world = new World({ accounts: 0, now, rateLimit: null }, new RequestLog())
  const org = world.salesforce
  const account = isRow(salesforce.account) ? salesforce.account : {}
  const userId = typeof salesforce.userId === "string" ? to18(salesforce.userId) : "0055g00000CaseUseR"
  org.sessions.set(sessionToken, { userId, valid: true })
  org.tables.add("User", { Id: userId, Name: me.email, Email: me.email, IsActive: true })
  if (typeof account.Id === "string") {
    org.tables.add("Account", { ...account, Id: to18(account.Id) })
    for (const row of rowsIn(salesforce.accounts)) org.tables.add("Account", withId(row))
    for (const [list, object] of Object.entries(objectOf))
      for (const row of rowsIn(salesforce[list]))
        org.tables.add(object, { AccountId: to18(account.Id), ...withId(row) })
  }
  for (const [from, into] of mergedIn(salesforce.masterRecords)) {
    if (!org.tables.byId("Account", from)) org.tables.add("Account", { Id: to18(from), Name: "Merged away" })
    org.tables.merge(from, into)
  }
  describeAs(org, isRow(salesforce.describe) ? salesforce.describe : {})
  const api = salesforceApi(world)
  refuse(org, salesforce.refused)
  return { userId, answer: api }
}

/** `{"<merged id>": "<id that went on>"}`, or rows with `Id` and `MasterRecordId`. */
function mergedIn(masterRecords: unknown): [from: string, into: string][] {
  const pairs = Array.isArray(masterRecords)
    ? rowsIn(masterRecords).map(({ Id, id, MasterRecordId, into }) => [Id ?? id, MasterRecordId ?? into])
    : Object.entries(isRow(masterRecords) ? masterRecords : {})
  return pairs.filter(
    (pair): pair is [string, string] => typeof pair[0] === "string" && typeof pair[1] === "string",
  )
}

const withId = (row: Row): Row => ({ ...row, ...(typeof row.Id === "string" && { Id: to18(row.Id) }) })

function describeAs(org: World["salesforce"], { hidden, fields, labels }: Row): void {
  for (const name of Array.isArray(hidden) ? (hidden as unknown[]) : []) {
    if (typeof name !== "string") continue
    if (name.includes(".")) org.hiddenFields.add(name)
    else org.hiddenObjects.add(name)
  }
  for (const field of rowsIn(fields)) {
    const { object, first, ...rest } = field
    const schema = org.schemaOf(String(object))
    if (!schema) continue
    const info = { type: "string", label: String(rest.name), ...rest } as unknown as FieldSchema
    const others = schema.fields.filter(({ name }) => name !== info.name)
    org.setSchema({ ...schema, fields: first === true ? [info, ...others] : [...others, info] })
  }
  for (const [name, label] of labelsIn(labels)) {
    const [object = "", field] = name.split(".")
    const schema = org.schemaOf(object)
    if (schema)
      org.setSchema({
        ...schema,
        fields: schema.fields.map((known) => (known.name === field ? { ...known, label } : known)),
      })
  }
}

/** `{"Account.ARR__c": "Umsatz"}`, nested by object, or a list of `{object, name, label}`. */
function labelsIn(labels: unknown): [name: string, label: string][] {
  if (Array.isArray(labels))
    return rowsIn(labels).map(({ object, name, field, label }) => [
      `${String(object)}.${String(name ?? field)}`,
      String(label),
    ])
  if (!isRow(labels)) return []
  return Object.entries(labels).flatMap(([name, label]) =>
    isRow(label)
      ? Object.entries(label).map(([field, text]): [string, string] => [`${name}.${field}`, String(text)])
      : [[name, String(label)] as [string, string]],
  )
}

/** A part is refused as a whole, also where only one of its nested lists is. */
function refuse(org: World["salesforce"], refused: unknown): void {
  for (const { part, status, errorCode, message } of rowsIn(refused)) {
    const [name = "", described] = String(part).split(":")
    const object = described ?? objectOf[name] ?? "Account"
    org.refusals.add({
      on: described === undefined ? "query" : "describe",
      object,
      ...(typeof status === "number" && { status }),
      errorCode: String(errorCode),
      message: String(message),
      times: null,
    })
  }
}
