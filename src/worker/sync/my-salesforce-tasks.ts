/** The user's own due Salesforce tasks in the cache: one leaves if it is seen to be done, moved or somebody else's, or is lacked twice. */
import { addDays } from "~src/domain/calendar"
import { accountsOfSalesforce } from "../account-facts/salesforce-record"
import type { TaskRow } from "../cache/rows"
import type { WorkerContext } from "../kernel/context"
import type { IsCurrent } from "../kernel/epoch"
import type { SalesforceClient } from "../salesforce/api/client"
import { soql } from "../salesforce/api/soql"
import { mostTasks, myDueTasks, taskPrefix } from "../salesforce/my-tasks"
import type { OrgSchema } from "../salesforce/schema"

import { sortOut } from "./rows/sub-lists"

/** Days ahead for which one's own tasks are listed. */
const tasksAheadDays = 7
/** Ids in one question. */
const idsAtOnce = 200

export interface MyTasksOf {
  client: SalesforceClient
  schema: OrgSchema
  userId: string
  /** False once the sign-in was given up: nothing more is stored then. */
  isCurrent: IsCurrent
}

/**
 * Reads the list and puts it in place of the stored one.
 * @returns the accounts of tasks that came, went or are another than before
 * @throws SalesforceError
 */
export async function refreshMyTasks(context: WorkerContext, of: MyTasksOf): Promise<Set<string>> {
  const { now, today } = await context.clock()
  const until = addDays(today, tasksAheadDays)
  const accountFor = async (salesforceId: string) => {
    const [account] = await accountsOfSalesforce(context, salesforceId)
    return account?.id
  }
  const { client, schema, userId } = of
  const rows = await myDueTasks(client, schema, { today, until, userId, readAt: now, accountFor })
  if (rows === null) return new Set()
  const fresh = new Set(rows.map(({ id }) => id))
  if (rows.length >= mostTasks) return of.isCurrent() ? replace(context, rows) : new Set()
  const lacking = (await context.db.getAll("tasks", mine())).filter(({ id }) => !fresh.has(id))
  const kept = await stillMine(context, of, lacking, until)
  return of.isCurrent() ? replace(context, [...rows, ...kept]) : new Set()
}

/** Salesforce rows share the prefix of their key. */
const mine = () => IDBKeyRange.bound(taskPrefix, `${taskPrefix}~`)

/** Of the rows that the list lacks, those that nothing but the list speaks against. */
async function stillMine(
  context: WorkerContext,
  { client, userId }: MyTasksOf,
  lacking: readonly TaskRow[],
  until: string,
): Promise<TaskRow[]> {
  const answered = new Map<unknown, boolean>()
  for (let at = 0; at < lacking.length; at += idsAtOnce) {
    const ids = lacking.slice(at, at + idsAtOnce).map(({ id }) => id.slice(taskPrefix.length))
    const select = ["Id", "OwnerId", "IsClosed", "ActivityDate"]
    for (const row of await client.query(soql({ select, from: "Task", where: ["Id", "IN", ids] }))) {
      const isDue = typeof row.ActivityDate === "string" && row.ActivityDate <= until
      answered.set(row.Id, row.IsClosed === false && row.OwnerId === userId && isDue)
    }
  }
  const stateOf = ({ id }: TaskRow) => answered.get(id.slice(taskPrefix.length))
  const unknown = new Set(lacking.filter((row) => stateOf(row) === undefined).map(({ id }) => id))
  const stored = await context.db.getAll("tasks", mine())
  const known = new Set(stored.flatMap(({ id }) => (unknown.has(id) ? [] : [id])))
  const { kept } = sortOut(stored, known, true, context.now())
  return [...lacking.filter((row) => stateOf(row) === true), ...kept]
}

/** In one transaction. */
async function replace(context: WorkerContext, rows: TaskRow[]): Promise<Set<string>> {
  const touched = new Set<string>()
  const fresh = new Map(rows.map((row) => [row.id, row]))
  const unchanged = new Set<string>()
  const tx = context.db.transaction("tasks", "readwrite")
  let cursor = await tx.store.openCursor(mine())
  while (cursor) {
    const { id, accountId } = cursor.value
    const row = fresh.get(id)
    if (row && says(row) === says(cursor.value)) unchanged.add(id)
    else touched.add(accountId)
    if (!row) await cursor.delete()
    cursor = await cursor.continue()
  }
  for (const row of rows) {
    await tx.store.put(row)
    if (!unchanged.has(row.id)) touched.add(row.accountId)
  }
  await tx.done
  return touched
}

/** All of a task but when it was read, or lacked. */
const says = (row: TaskRow) => JSON.stringify({ ...row, readAt: "", missingAt: undefined })
