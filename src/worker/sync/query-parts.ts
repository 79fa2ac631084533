/** Several queries in one composite call: one that is hidden or too large leaves the others' answers standing. */
import type { SalesforceClient } from "../salesforce/api/client"
import { isHiding, SalesforceError } from "../salesforce/api/errors"
import { readQueryPage, type SalesforceRecord } from "../salesforce/api/query-page"

const unanswered = new SalesforceError("malformed", 200, "", "a part has no answer")

/** @param queries at most five, by a name of the caller's. @throws SalesforceError */
export async function queryParts(
  client: SalesforceClient,
  queries: ReadonlyMap<string, string>,
): Promise<{ rows: Map<string, SalesforceRecord[]>; isWhole: boolean }> {
  const results = await client.composite(
    [...queries].map(([referenceId, query]) => ({
      method: "GET",
      path: `query?q=${encodeURIComponent(query)}`,
      referenceId,
    })),
  )
  const rows = new Map<string, SalesforceRecord[]>()
  let isWhole = true
  for (const name of queries.keys()) {
    const { body, error } = results.get(name) ?? { error: unanswered }
    if (error && (isHiding(error) || error.kind === "too-large")) isWhole = false
    else if (error) throw error
    else rows.set(name, await client.rest(readQueryPage(body)))
  }
  return { rows, isWhole }
}
