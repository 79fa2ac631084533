/** The signed-in user's own open Salesforce tasks that are due, for the popup's list. */
import type { SalesforceClient } from "./api/client"
import { type ObjectInfo, visibleFields } from "./api/describe"
import { soql } from "./api/soql"
import type { CalendarDate } from "~src/domain/facts"
import { toId18 } from "~src/hosts"
import type { TaskRow } from "../cache/rows"

import { dateOf, textOf } from "./record-values"

/** Salesforce tasks live in the tasks store under this prefix. */
export const taskPrefix = "salesforce:"

/**
 * Rows for the tasks store; `fields` says what of a Task the user may see, `accountFor` names the Vitally account of an 18-character Salesforce id. Tasks of customers
 * that Vitally does not know are left out: there is no page to open for them.
 * @throws SalesforceError
 */
export async function myDueTasks(
  client: SalesforceClient,
  fields: ObjectInfo,
  userId: string,
  until: CalendarDate,
  readAt: string,
  accountFor: (salesforceId: string) => Promise<string | undefined>,
): Promise<TaskRow[]> {
  const records = await client.query(
    soql({
      select: visibleFields(["Id", "Subject", "Status", "Priority", "ActivityDate", "AccountId"], fields),
      from: "Task",
      where: {
        all: [
          ["OwnerId", "=", userId],
          ["IsClosed", "=", false],
          ["ActivityDate", "<=", { date: until }],
        ],
      },
      orderBy: [{ field: "ActivityDate", direction: "ASC" }],
      limit: 200,
    }),
  )
  const rows: TaskRow[] = []
  for (const record of records) {
    const id = textOf(record.Id)
    const salesforceId = typeof record.AccountId === "string" ? toId18(record.AccountId) : null
    const accountId = salesforceId ? await accountFor(salesforceId) : undefined
    if (!id || !accountId) continue
    const dueOn = dateOf(record.ActivityDate)
    rows.push({
      id: `${taskPrefix}${id}`,
      accountId,
      source: "salesforce",
      raw: { ...record, id },
      name: textOf(record.Subject) ?? "Task without a subject",
      ...(dueOn && { dueOn }),
      open: 1,
      readAt,
      seenIn: 0,
    })
  }
  return rows
}
