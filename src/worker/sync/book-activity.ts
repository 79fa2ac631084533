/**
 * The newest logged activity of each account of the book, for the badge: one aggregated Task query and one Event query
 * per 200 accounts, two such pairs in one API call (facts: salesforce-api, sections 4 and 6).
 */
import type { SalesforceClient } from "../salesforce/api/client"
import type { SalesforceRecord } from "../salesforce/api/query-page"
import { soql } from "../salesforce/api/soql"
import type { CalendarDate, Instant } from "~src/domain/facts"
import { toId18 } from "~src/hosts"

import { textOf } from "../salesforce/record-values"
import { type OrgSchema, sees } from "../salesforce/schema"
import { kindFilters } from "./activity-rows"
import { queryParts } from "./query-parts"

const accountsPerQuery = 200
/** A composite call takes at most five queries; two for each chunk. */
const chunksPerCall = 2

type ActivityObject = "Task" | "Event"

const queryFor = (object: ActivityObject, ids: string[], maySee: (field: string) => boolean) =>
  soql({
    select: [
      "AccountId",
      { max: "ActivityDate", as: "lastOn" },
      // A call of an earlier day that was written down today leaves the newest day as it is.
      { max: "SystemModstamp", as: "changedAt" },
    ],
    from: object,
    where: {
      all: [
        ["AccountId", "IN", ids],
        // A due date or a meeting in the future is no contact.
        ["ActivityDate", "<=", { literal: "TODAY" }],
        ...kindFilters(object).filter(([field]) => field === "IsClosed" || maySee(field)),
      ],
    },
    groupBy: ["AccountId"],
  })

export interface BookActivityOptions {
  /** Those that the user may see. */
  objects: readonly ActivityObject[]
  /** Whether a field may be filtered by; absent: all. */
  maySee?: (object: ActivityObject, field: string) => boolean
  /** Asked before each call. */
  mayGoOn?: () => Promise<boolean>
}

export interface NewestActivity {
  on: CalendarDate
  /** When any of them was last written; undefined if Salesforce does not say. */
  changedAt: Instant | undefined
}

export interface BookActivity {
  /** Account id (18 characters) to its newest past activity; accounts without one are absent. */
  newest: Map<string, NewestActivity>
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
  { objects, maySee = () => true, mayGoOn = () => Promise.resolve(true) }: BookActivityOptions,
): Promise<BookActivity> {
  const newest: BookActivity["newest"] = new Map()
  const whole = new Set<string>()
  if (objects.length === 0) return { newest, asked: accountIds, whole }
  const asked: string[] = []
  const step = accountsPerQuery * chunksPerCall
  for (let at = 0; at < accountIds.length && (await mayGoOn()); at += step) {
    const ids = accountIds.slice(at, at + step)
    const { rows, isWhole } = await newestRows(client, ids, objects, maySee)
    if (isWhole && objects.length === 2) for (const id of ids) whole.add(id)
    for (const row of rows) {
      const id = typeof row.AccountId === "string" ? toId18(row.AccountId) : null
      if (!id || typeof row.lastOn !== "string") continue
      newest.set(
        id,
        newerOf(newest.get(id), { on: row.lastOn.slice(0, 10), changedAt: textOf(row.changedAt) }),
      )
    }
    asked.push(...ids)
  }
  return { newest, asked, whole }
}

/** Of tasks and events together. */
function newerOf(one: NewestActivity | undefined, other: NewestActivity): NewestActivity {
  if (!one) return other
  const [changedAt = ""] = [one.changedAt ?? "", other.changedAt ?? ""].sort().reverse()
  return { on: one.on > other.on ? one.on : other.on, changedAt: changedAt === "" ? undefined : changedAt }
}

/** One composite call. */
async function newestRows(
  client: SalesforceClient,
  ids: string[],
  objects: readonly ActivityObject[],
  maySee: NonNullable<BookActivityOptions["maySee"]>,
): Promise<{ rows: SalesforceRecord[]; isWhole: boolean }> {
  const queries = new Map<string, string>()
  for (let at = 0; at < ids.length; at += accountsPerQuery)
    for (const object of objects)
      queries.set(
        `${object}${at}`,
        queryFor(object, ids.slice(at, at + accountsPerQuery), (field) => maySee(object, field)),
      )
  const { rows, isWhole } = await queryParts(client, queries)
  return { rows: [...rows.values()].flat(), isWhole }
}
