/** How each service answered last, kept while the browser runs. */
import type { Instant } from "~src/domain/facts"
import type { Fault, ServiceState } from "~src/messaging/contract"

import type { WorkerContext } from "./context"

type Service = ServiceState["service"]

export interface ServiceHealth {
  okAt?: Instant
  /** Absent after a good answer. */
  fault?: Fault
  /** Vain tries since the last good answer, and when the last of them was, epoch milliseconds. */
  tries?: number
  triedAt?: number
}

const keyOf = (service: Service) => `service.${service}`

export async function serviceHealth(
  { platform }: Pick<WorkerContext, "platform">,
  service: Service,
): Promise<ServiceHealth> {
  return ((await platform.session.get(keyOf(service))) as ServiceHealth | undefined) ?? {}
}

/** Notes an answer: `fault` where it was none. */
export async function noteHealth(
  context: Pick<WorkerContext, "platform" | "publish" | "now">,
  service: Service,
  fault?: Fault,
): Promise<void> {
  const before = await serviceHealth(context, service)
  const tries = (before.tries ?? 0) + 1
  const after: ServiceHealth = fault
    ? { ...before, fault, tries, triedAt: context.now() }
    : { okAt: new Date(context.now()).toISOString() }
  await context.platform.session.set({ [keyOf(service)]: after })
  if (before.fault?.code !== fault?.code) context.publish("status")
}

/** After signing in or out: what was is no longer of interest. */
export async function forgetHealth(
  { platform }: Pick<WorkerContext, "platform">,
  service: Service,
): Promise<void> {
  await platform.session.remove(keyOf(service))
}
