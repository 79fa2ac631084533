/** An Opportunity, Contact, Contract or Case to its account: one query (facts: salesforce-api, section 2). */
import type { SalesforceClient } from "./api/client"
import { soql } from "./api/soql"
import { type SalesforceObject, toId18 } from "~src/hosts"

/** The 18-character id of the record's account; null where it has none or is not shared. @throws SalesforceError */
export async function accountOfRecord(
  client: SalesforceClient,
  object: SalesforceObject,
  id18: string,
): Promise<string | null> {
  if (object === "Account") return id18
  const [row] = await client.query(
    soql({ select: ["AccountId"], from: object, where: ["Id", "=", id18], limit: 1 }),
  )
  return typeof row?.AccountId === "string" ? (toId18(row.AccountId) ?? null) : null
}
