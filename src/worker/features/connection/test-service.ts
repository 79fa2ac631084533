/** One cheap question to a service, so that its state is known now. */
import { vitallyFault } from "~src/worker/vitally/api"
import { isHiding, SalesforceError } from "~src/worker/salesforce/api/errors"
import { soql } from "~src/worker/salesforce/api/soql"
import type { Fault, ServiceState } from "~src/messaging/contract"

import { salesforceClient, signedOutFault } from "../../salesforce/service"
import { noteHealth } from "../../kernel/service-health"
import type { WorkerContext } from "../../kernel/context"
import { faultOf } from "../../kernel/fault-of"
import { syncDeps } from "../../account-facts/sync-deps"

export async function testService(context: WorkerContext, service: ServiceState["service"]): Promise<void> {
  const fault = await askService(context, service)
  await noteHealth(context, service, fault)
  context.publish("status")
}

/** What is wrong with a service, by one cheap question. */
export function askService(
  context: WorkerContext,
  service: ServiceState["service"],
): Promise<Fault | undefined> {
  return service === "vitally" ? askVitally(context) : askSalesforce(context)
}

async function askVitally(context: WorkerContext): Promise<Fault | undefined> {
  const deps = await syncDeps(context)
  return deps?.client.accounts({ limit: 1 }, { insist: true }).then(() => undefined, vitallyFault)
}

const testKey = "salesforce.test"

/** Reads one account of the cache by ETag, which costs next to nothing where it did not change; the org if there is none. */
async function askSalesforce(context: WorkerContext): Promise<Fault | undefined> {
  const client = await salesforceClient(context)
  if (!client) return signedOutFault
  try {
    const [account] = await context.db.getAllFromIndex("accounts", "salesforceId", null, 1)
    if (account?.salesforceId === undefined) {
      await client.query(soql({ select: ["Id"], from: "Organization", limit: 1 }))
      return undefined
    }
    const id = account.salesforceId
    const known = (await context.db.get("meta", testKey))?.value as { id: string; etag: string } | undefined
    const etag = await client.accountTag(id, known?.id === id ? known.etag : undefined)
    if (etag !== undefined) await context.db.put("meta", { key: testKey, value: { id, etag } })
    return undefined
  } catch (error) {
    // A record that is not shared and an object that is hidden are answers, too.
    const isAnswer = error instanceof SalesforceError && (error.kind === "not-found" || isHiding(error))
    return isAnswer ? undefined : faultOf(error)
  }
}
