/** Reads one account's Salesforce side as it is opened. */
import { currentEpoch } from "../kernel/epoch"
import type { MappingPolicy } from "~src/domain/policy/policy"
import type { WorkerContext } from "../kernel/context"

import { SalesforceError } from "../salesforce/api/errors"
import { mergedInto } from "../salesforce/resolve-record"
import { readAccountBody } from "../salesforce/account-body"
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
  const before = detail && known?.id === salesforceId ? { body: known, readAt: detail.readAt } : undefined
  const deps = { client, schemas, mapping, now: () => context.now() }
  const body = await readSalesforceAccount(deps, salesforceId, before).catch(async (error: unknown) => {
    // A merged account is gone under its old id and goes on under another.
    const isGone = error instanceof SalesforceError && error.kind === "not-found"
    const winner = isGone ? await mergedInto(client, salesforceId).catch(() => null) : null
    if (winner === null) throw error
    return readSalesforceAccount(deps, winner)
  })
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
