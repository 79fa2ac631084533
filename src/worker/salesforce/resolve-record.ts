/** A page's record to its account (facts: salesforce-api, section 2). */
import { type SalesforceObject, toId18 } from "~src/hosts"

import { readDescribe } from "./api/describe"
import type { SalesforceClient } from "./api/client"
import { isHiding, SalesforceError } from "./api/errors"
import { soql } from "./api/soql"

/**
 * The 18-character id of the record's account; null where it has none, or the user may not see it. One query, and one
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
    const id = fields.map((field) => row?.[field]).find((value) => typeof value === "string")
    return typeof id === "string" ? toId18(id) : null
  } catch (error) {
    if (error instanceof SalesforceError && (isHiding(error) || error.kind === "not-found")) return null
    throw error
  }
}

async function accountLookups(client: SalesforceClient, object: string): Promise<string[]> {
  const { fields } = readDescribe(await client.describe(object))
  return fields.filter(({ referenceTo }) => referenceTo?.includes("Account")).map(({ name }) => name)
}

/** The account that a merged one went on in; null where it was not merged. @throws SalesforceError */
export async function mergedInto(client: SalesforceClient, id18: string): Promise<string | null> {
  const [row] = await client.queryAll(
    soql({ select: ["MasterRecordId"], from: "Account", where: ["Id", "=", id18], limit: 1 }),
  )
  return typeof row?.MasterRecordId === "string" ? toId18(row.MasterRecordId) : null
}
