/** Reads one account's Salesforce side as it is opened. */
import { currentEpoch } from "../kernel/epoch"
import type { MappingPolicy } from "~src/domain/policy/policy"
import type { WorkerContext } from "../kernel/context"

import { mergeWinner, rememberMerge } from "../account-facts/salesforce-record"
import type { SalesforceClient } from "../salesforce/api/client"
import { SalesforceError } from "../salesforce/api/errors"
import { mergedInto } from "../salesforce/resolve-record"
import { readAccountBody, type SalesforceAccountBody } from "../salesforce/account-body"
import { salesforceDetailId } from "../salesforce/detail-id"
import { readSalesforceAccount } from "../salesforce/read-account"
import { salesforceClient, schemaStore } from "../salesforce/service"

/**
 * Reads the account's Salesforce side in one call and stores it. False if nobody is signed in.
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
  const isCurrent = currentEpoch(context, "salesforce")
  const schemas = await schemaStore(context)
  const detail = await context.db.get("details", salesforceDetailId(accountId))
  const known = readAccountBody(detail?.body)
  const deps = { client, schemas, mapping, now: () => context.now() }
  const read = (id18: string) =>
    readSalesforceAccount(
      deps,
      id18,
      detail && known?.id === id18 ? { body: known, readAt: detail.readAt } : undefined,
    )
  const body = await readThroughMerges(context, client, salesforceId, read)
  // Signed out or another user since: nothing of it may be stored.
  if (!isCurrent()) return false
  await context.db.put("details", {
    id: salesforceDetailId(accountId),
    accountId,
    part: "salesforce",
    body,
    readAt: new Date(context.now()).toISOString(),
  })
  return true
}

/** A merged account is gone under its old id and goes on under another, which is remembered: asking costs two calls. */
async function readThroughMerges(
  context: WorkerContext,
  client: SalesforceClient,
  id18: string,
  read: (id18: string) => Promise<SalesforceAccountBody>,
): Promise<SalesforceAccountBody> {
  const known = await mergeWinner(context, id18)
  try {
    return await read(known ?? id18)
  } catch (error) {
    if (!isGone(error)) throw error
    const winner = await mergedInto(client, id18).catch(() => null)
    if (winner !== known) await rememberMerge(context, id18, winner)
    if (winner === null || winner === known) throw error
    return read(winner)
  }
}

const isGone = (error: unknown): boolean => error instanceof SalesforceError && error.kind === "not-found"
