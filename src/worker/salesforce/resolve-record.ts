/** A page's record to its account (facts: salesforce-api, section 2). */
import { type SalesforceObject, toId18 } from "~src/hosts"

import { readDescribe } from "./api/describe"
import type { SalesforceClient } from "./api/client"
import { isHiding, SalesforceError } from "./api/errors"
import { soql } from "./api/soql"

/**
 * The 18-character id of the record's account; null where it has none or several, or the user may not see it. One query, and one
 * describe before it for an org's own object: its lookup to an account can have any name.
 * @throws SalesforceError
 */
export async function accountOfRecord(
  client: SalesforceClient,
  object: SalesforceObject,
  id18: string,
): Promise<string | null> {
  if (object === "Account") return id18
  try {
    const fields = object.endsWith("__c") ? await accountLookups(client, object) : ["AccountId"]
    if (fields.length === 0) return null
    const [row] = await client.query(
      soql({ select: fields, from: object, where: ["Id", "=", id18], limit: 1 }),
    )
    const ids = fields
      .map((field) => row?.[field])
      .flatMap((value) => (typeof value === "string" ? [toId18(value)] : []))
    // A partner's and a customer's account on one record: which is meant, nobody can tell.
    return new Set(ids).size === 1 ? (ids[0] ?? null) : null
  } catch (error) {
    if (error instanceof SalesforceError && (isHiding(error) || error.kind === "not-found")) return null
    throw error
  }
}

async function accountLookups(client: SalesforceClient, object: string): Promise<string[]> {
  const { fields } = readDescribe(await client.describe(object))
  return fields.filter(({ referenceTo }) => referenceTo?.includes("Account")).map(({ name }) => name)
}

/** A merged account may have been merged again. */
const mostMerges = 5

/** The account that a merged one went on in, at the end of all merges; null where it was not merged. @throws SalesforceError */
export async function mergedInto(client: SalesforceClient, id18: string): Promise<string | null> {
  let winner: string | null = null
  for (let step = 0; step < mostMerges; step++) {
    const [row] = await client.queryAll(
      soql({ select: ["MasterRecordId"], from: "Account", where: ["Id", "=", winner ?? id18], limit: 1 }),
    )
    const next = typeof row?.MasterRecordId === "string" ? toId18(row.MasterRecordId) : null
    if (next === null) return winner
    winner = next
  }
  return winner
}

/** The accounts that were merged into this one. @throws SalesforceError */
export async function mergedFrom(client: SalesforceClient, id18: string): Promise<string[]> {
  const rows = await client.queryAll(
    soql({ select: ["Id"], from: "Account", where: ["MasterRecordId", "=", id18], limit: 20 }),
  )
  return rows.flatMap(({ Id }) => (typeof Id === "string" ? (toId18(Id) ?? []) : []))
}
