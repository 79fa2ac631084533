/**
 * The activities behind an aggregated answer, row by row: which of them were contact, the newest day alone does not tell (facts:
 * evidence, section 1).
 */
import { evidencePolicy } from "~src/domain/evidence/words"
import type { CalendarDate, Clock, Touch } from "~src/domain/facts"
import type { Policy } from "~src/domain/policy/policy"
import { toId18 } from "~src/hosts"

import { automatedSubtypes, eventFields, taskFields } from "../salesforce/account-lists"
import { activityTouches } from "../salesforce/activity-touches"
import type { SalesforceClient } from "../salesforce/api/client"
import type { SalesforceRecord } from "../salesforce/api/query-page"
import { type Condition, soql } from "../salesforce/api/soql"
import { type OrgSchema, sees } from "../salesforce/schema"
import { queryParts } from "./query-parts"

const rowsPerQuery = 2_000

interface Asked {
  schema: OrgSchema
  objects: readonly ("Task" | "Event")[]
  /** 18-character account ids, at most 200. */
  ids: readonly string[]
  /** Only from this day on anything could change; undefined: everything is read. */
  after: CalendarDate | undefined
}

export interface ActivityRows {
  /** By account id. */
  tasks: Map<string, SalesforceRecord[]>
  events: Map<string, SalesforceRecord[]>
  /** Nothing was cut off, refused or hidden. */
  isWhole: boolean
}

/** One composite call. @throws SalesforceError */
export async function activityRows(client: SalesforceClient, asked: Asked): Promise<ActivityRows> {
  const queries = new Map(asked.objects.map((object) => [object, queryFor(object, asked)]))
  const { rows, isWhole } = await queryParts(client, queries)
  const isCut = [...rows.values()].some(({ length }) => length >= rowsPerQuery)
  return {
    tasks: byAccount(rows.get("Task")),
    events: byAccount(rows.get("Event")),
    isWhole: isWhole && !isCut && asked.objects.length === 2,
  }
}

function byAccount(rows: readonly SalesforceRecord[] = []): Map<string, SalesforceRecord[]> {
  const found = new Map<string, SalesforceRecord[]>()
  for (const row of rows) {
    const id = typeof row.AccountId === "string" ? toId18(row.AccountId) : null
    if (id) found.set(id, [...(found.get(id) ?? []), row])
  }
  return found
}

function queryFor(object: "Task" | "Event", { schema, ids, after }: Asked): string {
  const filters = [
    ["AccountId", "IN", [...ids]],
    ["ActivityDate", "<=", { literal: "TODAY" }],
    ...(after === undefined ? [] : [["ActivityDate", ">=", { date: after }] as const]),
    ...kindFilters(object),
  ] satisfies Condition[]
  const select = object === "Task" ? taskFields : eventFields
  return soql({
    select: ["AccountId", ...select.filter((field) => sees(schema, object, field))],
    from: object,
    where: { all: filters.filter(([field]) => sees(schema, object, field, "filter")) },
    // The limit cuts off the oldest.
    ...(sees(schema, object, "ActivityDate", "sort") && {
      orderBy: [{ field: "ActivityDate", direction: "DESC" as const }],
    }),
    limit: rowsPerQuery,
  })
}

/** What is no contact by its kind; a null subtype is kept. */
export function kindFilters(object: "Task" | "Event"): (readonly [string, "=" | "!=", string | boolean])[] {
  return object === "Task"
    ? [["IsClosed", "=", true], ...automatedSubtypes.map((kind) => ["TaskSubtype", "!=", kind] as const)]
    : [
        ["IsChild", "=", false],
        ["IsRecurrence", "=", false],
      ]
}

export interface Judging {
  policy: Policy
  clock: Clock
  apiHost: string
  userId: string
}

/** The newest of an account's activities that was contact, judged as the opened account's are; undefined if none was. */
export function newestContact(
  accountId: string,
  { tasks, events }: ActivityRows,
  { policy, clock, apiHost, userId }: Judging,
): Touch | undefined {
  const { timeZone, today, now } = clock
  const evidence = evidencePolicy(policy)
  const body = { closedTasks: tasks.get(accountId) ?? [], pastEvents: events.get(accountId) ?? [] }
  const context = { mapping: policy.mapping, evidence, timeZone, today, readAt: now, apiHost, userId }
  return activityTouches(body, context, evidence)
    .filter(({ verdict, at }) => verdict === "person" && (at.length === 10 ? at <= today : at <= now))
    .sort((a, b) => ((a.on ?? "") < (b.on ?? "") ? 1 : -1))[0]
}
