/**
 * The one owner of "try again". While somebody looks at a page of ours, what failed is asked for again by alarm: open panels are told to
 * ask anew, and the jobs of a service that failed are run. Nobody looking: the jobs' own turns are enough.
 */
import type { ServiceState } from "~src/messaging/contract"

import type { WorkerContext } from "../../kernel/context"
import { type Job, runJob } from "../../kernel/job"
import type { Memory } from "../../kernel/memory"
import { retryName, retryPauseMs } from "../../kernel/retry"
import { serviceHealth } from "../../kernel/service-health"
import { want } from "../../kernel/wish"
import { sendSoon } from "../../outbox/service"
import { failedReads } from "../../refresh/refresh"
import { salesforceJob } from "../../sync/salesforce-job"
import { syncJob } from "../../sync/sync-job"

/** A page that is open asks within this time after it is told to. */
const watchedMs = 90_000
/** Whoever comes back after this long is told the newest, whatever the pause. */
const awayMs = 60_000
/** Not sooner than this after the last try. */
const leastMs = 10_000

const looks = new WeakMap<Memory, number>()

const jobs: Record<ServiceState["service"], Job> = { vitally: syncJob, salesforce: salesforceJob }
const services = ["vitally", "salesforce"] as const

/** A page of ours asked for what it shows. */
export async function looked(context: WorkerContext): Promise<void> {
  const now = context.now()
  const last = looks.get(context.memory) ?? 0
  looks.set(context.memory, now)
  const due = await nextRetry(context)
  if (due === null) return
  // The first look after a while is somebody's own, not the answer to what we told.
  const isBack = now - last > awayMs
  await want(context, retryName, isBack ? Math.min(due, now + leastMs) : Math.max(due, now))
}

/** When something that failed is to be asked for again, epoch milliseconds; null if nothing failed. */
async function nextRetry(context: WorkerContext): Promise<number | null> {
  const times = failedReads(context)
  for (const service of services) {
    const { fault, tries = 1, triedAt = 0 } = await serviceHealth(context, service)
    if (fault) times.push(triedAt + retryPauseMs(fault, tries))
  }
  return times.length === 0 ? null : Math.min(...times)
}

export const retryJob: Job = {
  name: retryName,
  everyMinutes: 60,
  async run(context) {
    const due = await nextRetry(context)
    if (due === null || !context.platform.online.now()) return undefined
    const isWatched = () => context.now() - (looks.get(context.memory) ?? 0) < watchedMs
    // After a worker's death nobody is known to look: who does answers to this.
    context.publish("account:", "popup", "book", "status")
    for (const service of services) {
      const { fault, tries = 1, triedAt = 0 } = await serviceHealth(context, service)
      if (!fault || context.now() < triedAt + retryPauseMs(fault, tries)) continue
      await runJob(context, jobs[service]).catch(() => undefined)
      const { fault: after } = await serviceHealth(context, service)
      if (!after) await sendSoon(context, { again: true, target: service })
    }
    if (!isWatched()) return undefined
    const next = await nextRetry(context)
    return next === null ? undefined : Math.max(next, context.now() + leastMs)
  },
}
