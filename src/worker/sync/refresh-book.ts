/**
 * The scheduled refresh: newest logged activity of the book's accounts, and the user's own due tasks. In slices: the place
 * reached is stored, so that a worker that dies, or a book that is too large for one turn, goes on from there.
 */
import { currentEpoch } from "../kernel/epoch"
import type { SalesforceClient } from "../salesforce/api/client"
import { backgroundMayCall } from "../salesforce/api/limits"
import { addDays } from "~src/domain/calendar"
import { accountsOfSalesforce } from "../account-facts/salesforce-record"
import type { WorkerContext } from "../kernel/context"
import type { TaskRow } from "../cache/rows"

import { bookTouchPrefix } from "../salesforce/activity-touches"
import { bookActivity, mayAggregate } from "./book-activity"
import { myDueTasks, taskPrefix } from "../salesforce/my-tasks"
import { orgSchema, type OrgSchema } from "../salesforce/schema"
import { knownLimits, salesforceClient, schemaStore } from "../salesforce/service"

/** Days ahead for which one's own tasks are listed. */
const tasksAheadDays = 7
/** Id of the last account that was asked for in an unfinished turn. */
const cursorKey = "salesforce.book"

export interface BookRefresh {
  /** Vitally ids of accounts whose rows changed. */
  changed: Set<string>
  /** The time was over first: go on soon. */
  more: boolean
}

/**
 * @param accounts Vitally id to 18-character Salesforce id
 * @param isOver whether this slice's time is over
 * Does nothing from 80 % of the org's daily limit on.
 * @throws SalesforceError
 */
export async function refreshSalesforceBook(
  context: WorkerContext,
  accounts: ReadonlyMap<string, string>,
  isOver: () => boolean = () => false,
): Promise<BookRefresh> {
  const changed = new Set<string>()
  const client = await salesforceClient(context)
  const grant = await context.secrets.salesforce.grant()
  const isCurrent = currentEpoch(context, "salesforce")
  const mayCall = async () => backgroundMayCall(await knownLimits(context))
  if (!client || !grant || !(await mayCall())) return { changed, more: false }

  const schema = await orgSchema(client, await schemaStore(context), context.now())
  const ids = await remaining(context, accounts)
  const { newest, asked, whole } = await bookActivity(client, ids, {
    objects: (["Task", "Event"] as const).filter((name) => mayAggregate(schema, name)),
    mayGoOn: async () => !isOver() && (await mayCall()),
  })
  if (!isCurrent()) return { changed, more: false }
  const covered = new Set(asked)
  for (const [accountId, salesforceId] of accounts) {
    if (!covered.has(salesforceId)) continue
    const seen = { on: newest.get(salesforceId), isWhole: whole.has(salesforceId) }
    if (await noteNewest(context, accountId, seen)) changed.add(accountId)
  }
  const last = asked.at(-1)
  if (asked.length < ids.length) {
    if (last !== undefined) await context.db.put("meta", { key: cursorKey, value: last })
    return { changed, more: await mayCall() }
  }
  await context.db.delete("meta", cursorKey)

  if (await mayCall())
    for (const accountId of await refreshMyTasks(context, client, schema, grant.userId))
      changed.add(accountId)
  return { changed, more: false }
}

async function remaining({ db }: WorkerContext, accounts: ReadonlyMap<string, string>): Promise<string[]> {
  const stored = (await db.get("meta", cursorKey))?.value
  const after = typeof stored === "string" ? stored : ""
  return [...new Set(accounts.values())].sort().filter((id) => id > after)
}

/**
 * True where the touch that stands for the account's newest activity changed. Where a part was refused, an older day or none
 * is no news.
 */
async function noteNewest(
  { db }: WorkerContext,
  accountId: string,
  { on, isWhole }: { on: string | undefined; isWhole: boolean },
): Promise<boolean> {
  const id = `${bookTouchPrefix}${accountId}`
  const known = await db.get("touches", id)
  if (known?.on === on || (!isWhole && (on ?? "") <= (known?.on ?? ""))) return false
  if (on === undefined) await db.delete("touches", id)
  else
    await db.put("touches", {
      id,
      accountId,
      at: on,
      on,
      channel: "other",
      direction: "unknown",
      automatic: false,
      source: "salesforce",
      subject: "Logged in Salesforce",
    })
  return true
}

async function refreshMyTasks(
  context: WorkerContext,
  client: SalesforceClient,
  schema: OrgSchema,
  userId: string,
): Promise<Set<string>> {
  const { now, today } = await context.clock()
  const until = addDays(today, tasksAheadDays)
  const accountFor = async (salesforceId: string) => {
    const [account] = await accountsOfSalesforce(context, salesforceId)
    return account?.id
  }
  const rows = await myDueTasks(client, schema, { today, until, userId, readAt: now, accountFor })
  return rows === null ? new Set() : replaceMyTasks(context, rows)
}

/**
 * Puts the fresh list in place of the stored one in one transaction; rows that are gone were completed or moved.
 * @returns the accounts of tasks that came, went or are another than before
 */
async function replaceMyTasks(context: WorkerContext, rows: TaskRow[]): Promise<Set<string>> {
  const touched = new Set<string>()
  const fresh = new Map(rows.map((row) => [row.id, row]))
  const unchanged = new Set<string>()
  const tx = context.db.transaction("tasks", "readwrite")
  // Salesforce rows share the prefix of their key.
  let cursor = await tx.store.openCursor(IDBKeyRange.bound(taskPrefix, `${taskPrefix}~`))
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

/** All of a task but when it was read. */
const says = (row: TaskRow) => JSON.stringify({ ...row, readAt: "" })
