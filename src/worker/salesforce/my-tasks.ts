/** The signed-in user's own open Salesforce tasks that are due, for the popup's list. */
import type { CalendarDate } from "~src/domain/facts"
import { toId18 } from "~src/hosts"
import type { TaskRow } from "~src/worker/cache/rows"

import type { SalesforceClient } from "./api/client"
import type { SalesforceRecord } from "./api/query-page"
import { soql } from "./api/soql"
import { dateOf, textOf } from "./record-values"
import { type OrgSchema, sees } from "./schema"

/** Salesforce tasks live in the tasks store under this prefix. */
export const taskPrefix = "salesforce:"

const needed = ["OwnerId", "IsClosed", "ActivityDate", "AccountId"]
/** Rows that are kept: today's and late ones, the latest first, before those to come. */
export const mostTasks = 200
/** One page of an answer: more than anybody works through. */
const mostRead = 2000

export interface MyTasks {
  /** Days are the user's: `today`, and the last that is listed. */
  today: CalendarDate
  until: CalendarDate
  userId: string
  readAt: string
  /** The Vitally account of an 18-character Salesforce id. */
  accountFor: (salesforceId: string) => Promise<string | undefined>
}

/**
 * Rows for the tasks store; null where the user may not see what the question needs. Tasks of customers that Vitally does
 * not know are left out: there is no page to open for them.
 * @throws SalesforceError
 */
export async function myDueTasks(
  client: SalesforceClient,
  schema: OrgSchema,
  { today, until, userId, readAt, accountFor }: MyTasks,
): Promise<TaskRow[] | null> {
  if (needed.some((field) => !sees(schema, "Task", field, "filter"))) return null
  const select = ["Id", "Subject", "Status", "Priority", "ActivityDate", "AccountId"]
  const records = await client.query(
    soql({
      select: select.filter((field) => sees(schema, "Task", field)),
      from: "Task",
      where: {
        all: [
          ["OwnerId", "=", userId],
          ["IsClosed", "=", false],
          // Those of leads have no customer.
          ["AccountId", "!=", null],
          ["ActivityDate", "<=", { date: until }],
        ],
      },
      ...(sees(schema, "Task", "ActivityDate", "sort") && {
        orderBy: [{ field: "ActivityDate", direction: "DESC" }],
      }),
      limit: mostRead,
    }),
  )
  const rows: TaskRow[] = []
  for (const record of byUrgency(records, today)) {
    if (rows.length >= mostTasks) break
    const row = await rowOf(record, readAt, accountFor)
    if (row) rows.push(row)
  }
  return rows
}

/** Due today, then late ones from the latest on, then what comes next. */
function byUrgency(records: readonly SalesforceRecord[], today: CalendarDate): SalesforceRecord[] {
  const dueOf = (record: SalesforceRecord) => dateOf(record.ActivityDate) ?? ""
  const due = records.filter((record) => dueOf(record) <= today)
  const coming = records.filter((record) => dueOf(record) > today)
  return [
    ...due.sort((a, b) => dueOf(b).localeCompare(dueOf(a))),
    ...coming.sort((a, b) => dueOf(a).localeCompare(dueOf(b))),
  ]
}

async function rowOf(
  record: SalesforceRecord,
  readAt: string,
  accountFor: MyTasks["accountFor"],
): Promise<TaskRow | null> {
  const id = textOf(record.Id)
  const salesforceId = typeof record.AccountId === "string" ? toId18(record.AccountId) : null
  const accountId = salesforceId ? await accountFor(salesforceId) : undefined
  if (!id || !accountId) return null
  const dueOn = dateOf(record.ActivityDate)
  return {
    id: `${taskPrefix}${id}`,
    accountId,
    source: "salesforce",
    raw: { ...record, id },
    name: textOf(record.Subject) ?? "Task without a subject",
    ...(dueOn && { dueOn }),
    open: 1,
    readAt,
    seenIn: 0,
  }
}
