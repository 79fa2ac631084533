/**
 * The newest logged activity of each account of the book, for the badge: one aggregated Task query and one Event query
 * per 200 accounts, two such pairs in one API call (facts: salesforce-api, sections 4 and 6).
 */
import type { CompositePart, SalesforceClient } from "../salesforce/api/client"
import { readQueryPage, type SalesforceRecord } from "../salesforce/api/query-page"
import { soql } from "../salesforce/api/soql"
import type { CalendarDate } from "~src/domain/facts"
import { toId18 } from "~src/hosts"

import { isHiding, SalesforceError } from "../salesforce/api/errors"
import { type OrgSchema, sees } from "../salesforce/schema"

const accountsPerQuery = 200
/** A composite call takes at most five queries; two for each chunk. */
const chunksPerCall = 2

type ActivityObject = "Task" | "Event"

const queryFor = (object: ActivityObject, ids: string[]) =>
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

export interface BookActivityOptions {
  /** Those that the user may see. */
  objects: readonly ActivityObject[]
  /** Asked before each call. */
  mayGoOn?: () => Promise<boolean>
}

export interface BookActivity {
  /** Account id (18 characters) to the day of its newest past activity; accounts without one are absent. */
  newest: Map<string, CalendarDate>
  /** The ids that were asked for: all of them, unless it had to stop. In the order given. */
  asked: string[]
  /** Those for which everything answered: where a part was refused, silence says nothing. */
  whole: Set<string>
}

/** Whether the user may see what the question needs of an object. */
export function mayAggregate(schema: OrgSchema, object: ActivityObject): boolean {
  const filters = ["AccountId", "ActivityDate", ...(object === "Task" ? ["IsClosed"] : [])]
  return (
    filters.every((field) => sees(schema, object, field, "filter")) &&
    sees(schema, object, "AccountId", "group")
  )
}

/** @throws SalesforceError */
export async function bookActivity(
  client: SalesforceClient,
  accountIds: string[],
  { objects, mayGoOn = () => Promise.resolve(true) }: BookActivityOptions,
): Promise<BookActivity> {
  const newest: BookActivity["newest"] = new Map()
  const whole = new Set<string>()
  if (objects.length === 0) return { newest, asked: accountIds, whole }
  const asked: string[] = []
  const step = accountsPerQuery * chunksPerCall
  for (let at = 0; at < accountIds.length && (await mayGoOn()); at += step) {
    const ids = accountIds.slice(at, at + step)
    const { rows, isWhole } = await activityRows(client, ids, objects)
    if (isWhole && objects.length === 2) for (const id of ids) whole.add(id)
    for (const row of rows) {
      const id = typeof row.AccountId === "string" ? toId18(row.AccountId) : null
      if (!id || typeof row.lastOn !== "string") continue
      const on = row.lastOn.slice(0, 10)
      if (on > (newest.get(id) ?? "")) newest.set(id, on)
    }
    asked.push(...ids)
  }
  return { newest, asked, whole }
}

const unanswered = new SalesforceError("malformed", 200, "", "a part has no answer")

/** One composite call. */
async function activityRows(
  client: SalesforceClient,
  ids: string[],
  objects: readonly ActivityObject[],
): Promise<{ rows: SalesforceRecord[]; isWhole: boolean }> {
  const parts: CompositePart[] = []
  for (let at = 0; at < ids.length; at += accountsPerQuery)
    for (const object of objects)
      parts.push({
        method: "GET",
        path: `query?q=${encodeURIComponent(queryFor(object, ids.slice(at, at + accountsPerQuery)))}`,
        referenceId: `${object}${at}`,
      })
  const rows: SalesforceRecord[] = []
  let isWhole = true
  const results = await client.composite(parts)
  for (const { referenceId } of parts) {
    const { body, error } = results.get(referenceId) ?? { error: unanswered }
    // A part that is hidden or too large leaves the other one's answer standing.
    if (error && (isHiding(error) || error.kind === "too-large")) {
      isWhole = false
      continue
    }
    if (error) throw error
    rows.push(...(await client.rest(readQueryPage(body))))
  }
  return { rows, isWhole }
}
