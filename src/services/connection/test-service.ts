/** One cheap question to a service, so that its state is known now. */
import { vitallyFault } from "~src/api/vitally"
import type { Fault, ServiceState } from "~src/messaging/contract"
import { soql } from "~src/api/salesforce/soql"

import { salesforceClient } from "../salesforce/service"
import { noteHealth } from "../status/service-health"
import type { WorkerContext } from "../worker/context"
import { faultOf } from "../worker/fault-of"
import { syncDeps } from "./sync-deps"

export async function testService(context: WorkerContext, service: ServiceState["service"]): Promise<void> {
  const fault = service === "vitally" ? await askVitally(context) : await askSalesforce(context)
  await noteHealth(context, service, fault)
  context.publish("status")
}

async function askVitally(context: WorkerContext): Promise<Fault | undefined> {
  const deps = await syncDeps(context)
  return deps?.client.accounts({ limit: 1 }).then(() => undefined, vitallyFault)
}

async function askSalesforce(context: WorkerContext): Promise<Fault | undefined> {
  const client = await salesforceClient(context)
  const question = soql({ select: ["Id"], from: "Organization", limit: 1 })
  return client?.query(question).then(() => undefined, faultOf)
}
