/** What is fetched from Salesforce when: one account as it is opened, the book's activity and one's own tasks on schedule. */
import { SalesforceError } from "~src/api/salesforce/errors"
import { backgroundMayCall } from "~src/api/salesforce/limits"
import { addDays, dayOf } from "~src/domain/calendar"
import type { MappingPolicy } from "~src/domain/policy"
import type { WorkerContext } from "~src/services/worker/context"

import { bookActivity } from "./book-activity"
import { myDueTasks } from "./my-tasks"
import { readSalesforceAccount } from "./read-account"
import { knownLimits, salesforceClient, schemaStore } from "./service"

/** Days ahead for which one's own tasks are listed. */
const tasksAheadDays = 7

export const salesforceDetailId = (accountId: string) => `${accountId}:salesforce`

/**
 * Reads the account's Salesforce side in one call and stores it. False where nobody is signed in.
 * @throws SalesforceError
 */
export async function refreshSalesforceAccount(
  context: WorkerContext,
  accountId: string,
  salesforceId: string,
  mapping: MappingPolicy,
): Promise<boolean> {
  const client = await salesforceClient(context)
  if (!client) return false
  const schemas = await schemaStore(context)
  const body = await readSalesforceAccount(
    { client, schemas, mapping, now: () => context.now() },
    salesforceId,
  )
  await context.db.put("details", {
    id: salesforceDetailId(accountId),
    accountId,
    part: "salesforce",
    body,
    readAt: new Date(context.now()).toISOString(),
  })
  return true
}

/**
 * The scheduled refresh: newest activity of each account in `accounts` (Vitally id to 18-character Salesforce id) and the
 * user's own due tasks. Does nothing from 80 % of the org's daily limit on. Answers with the accounts whose rows changed.
 * @throws SalesforceError
 */
export async function refreshSalesforceBook(
  context: WorkerContext,
  accounts: Map<string, string>,
): Promise<Set<string>> {
  const changed = new Set<string>()
  const client = await salesforceClient(context)
  const grant = await context.secrets.salesforce.grant()
  let limits = await knownLimits(context)
  if (!client || !grant || !backgroundMayCall(limits)) return changed
  const { now, timeZone, today } = await context.clock()

  const newest = await bookActivity(client, [...new Set(accounts.values())], () => backgroundMayCall(limits))
  for (const [accountId, salesforceId] of accounts) {
    const on = newest.get(salesforceId)
    if (!on) continue
    const id = `salesforce-activity:${accountId}`
    const known = await context.db.get("touches", id)
    if (known?.on === on) continue
    await context.db.put("touches", {
      id,
      accountId,
      at: on,
      on: dayOf(on, timeZone) ?? on,
      channel: "other",
      direction: "unknown",
      automatic: false,
      source: "salesforce",
      subject: "Logged in Salesforce",
    })
    changed.add(accountId)
  }

  limits = await knownLimits(context)
  if (!backgroundMayCall(limits)) return changed
  const until = addDays(today, tasksAheadDays)
  const rows = await myDueTasks(client, grant.userId, until, now, async (salesforceId) => {
    const account = await context.db.getFromIndex("accounts", "salesforceId", salesforceId)
    return account?.id
  })
  for (const accountId of await replaceMyTasks(context, rows)) changed.add(accountId)
  return changed
}

/** Puts the fresh list in place of the stored one in one transaction; rows that are gone were completed or moved. */
async function replaceMyTasks(
  context: WorkerContext,
  rows: Awaited<ReturnType<typeof myDueTasks>>,
): Promise<Set<string>> {
  const touched = new Set(rows.map((row) => row.accountId))
  const fresh = new Set(rows.map((row) => row.id))
  const tx = context.db.transaction("tasks", "readwrite")
  // Salesforce rows share the prefix of their key.
  let cursor = await tx.store.openCursor(IDBKeyRange.bound("salesforce:", "salesforce;", false, true))
  while (cursor) {
    if (!fresh.has(cursor.value.id)) {
      touched.add(cursor.value.accountId)
      await cursor.delete()
    }
    cursor = await cursor.continue()
  }
  for (const row of rows) await tx.store.put(row)
  await tx.done
  return touched
}

/** Whether a failure means that the panel should offer to sign in again. */
export const needsSignIn = (error: unknown): boolean =>
  error instanceof SalesforceError && (error.kind === "sign-in-again" || error.kind === "expired")
