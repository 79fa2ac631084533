/**
 * The newest logged activity of each account of the book, for the badge: one aggregated Task query and one Event query
 * per 200 accounts, two such pairs in one API call (facts: salesforce-api, sections 4 and 6).
 */
import type { CompositePart, SalesforceClient } from "~src/api/salesforce/client"
import { readQueryPage } from "~src/api/salesforce/query-page"
import { soql } from "~src/api/salesforce/soql"
import type { CalendarDate } from "~src/domain/facts"
import { toId18 } from "~src/hosts"

/** Under this, followed by the Vitally account's id, the newest activity of an account is kept in the touches store. */
export const bookTouchPrefix = "salesforce-activity:"

const accountsPerQuery = 200
/** A composite call takes at most five queries; two for each chunk. */
const chunksPerCall = 2

const queryFor = (object: "Task" | "Event", ids: string[]) =>
  soql({
    select: ["AccountId", { max: "ActivityDate", as: "lastOn" }],
    from: object,
    where: {
      all: [
        ["AccountId", "IN", ids],
        // A due date or a meeting in the future is no contact.
        ["ActivityDate", "<=", { literal: "TODAY" }],
        ...(object === "Task" ? ([["IsClosed", "=", true]] as const) : []),
      ],
    },
    groupBy: ["AccountId"],
  })

/** Account id (18 characters) to the day of its newest past activity. Accounts without one are absent. @throws SalesforceError */
export async function bookActivity(
  client: SalesforceClient,
  accountIds: string[],
  mayGoOn: () => boolean = () => true,
): Promise<Map<string, CalendarDate>> {
  const chunks: string[][] = []
  for (let at = 0; at < accountIds.length; at += accountsPerQuery)
    chunks.push(accountIds.slice(at, at + accountsPerQuery))
  const newest = new Map<string, CalendarDate>()
  for (let at = 0; at < chunks.length && mayGoOn(); at += chunksPerCall) {
    const parts = chunks.slice(at, at + chunksPerCall).flatMap((ids, index) =>
      (["Task", "Event"] as const).map((object): CompositePart => ({
        method: "GET",
        path: `query?q=${encodeURIComponent(queryFor(object, ids))}`,
        referenceId: `${object}${index}`,
      })),
    )
    for (const result of (await client.composite(parts)).values()) {
      // A hidden object leaves the other one's answer standing; anything else is no answer.
      if (result.error?.kind === "invalid-type" || result.error?.kind === "invalid-field") continue
      if (result.error) throw result.error
      for (const row of await client.rest(readQueryPage(result.body))) {
        const id = typeof row.AccountId === "string" ? toId18(row.AccountId) : null
        if (!id || typeof row.lastOn !== "string") continue
        const on = row.lastOn.slice(0, 10)
        if (on > (newest.get(id) ?? "")) newest.set(id, on)
      }
    }
  }
  return newest
}
