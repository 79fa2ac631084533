/**
 * Timed work. The next alarm is armed before the work begins, so that a worker killed in between is woken again; one
 * run at a time; a job overdue at the start of the worker runs once.
 */
import { log } from "./log"
import type { WorkerContext } from "./context"
import { faultOf } from "./fault-of"

/** Longest stretch of work at a time: a worker that only fetches dies after 30 s. */
export const sliceMs = 20_000

export interface Job {
  /** Name of its alarm. */
  name: string
  everyMinutes: number
  /**
   * Does what is due, until `deadline` (epoch milliseconds) at the latest.
   * @returns when it wants to go on, epoch milliseconds; nothing: at its next regular time.
   */
  run(context: WorkerContext, deadline: number): Promise<number | undefined>
}

/** Runs one job now unless it is already running. Its errors are its own: they end in its state, not here. */
export async function runJob(context: WorkerContext, job: Job): Promise<void> {
  const { platform, now } = context
  const regular = now() + job.everyMinutes * 60_000
  await platform.alarms.arm(job.name, { at: regular })
  const outcome = await platform.locks.ifFree(`job:${job.name}`, () => logged(context, job))
  const again = outcome.ran ? outcome.value : undefined
  if (again !== undefined && again < regular) await platform.alarms.arm(job.name, { at: again })
}

/** Its start, so that a run cut short is seen, and its end with how long it took. */
async function logged(context: WorkerContext, job: Job): Promise<number | undefined> {
  const from = context.now()
  void log(context, `worker.start-${job.name}`)
  try {
    const again = await job.run(context, from + sliceMs)
    void log(context, `worker.end-${job.name}`, { ms: context.now() - from })
    return again
  } catch (error) {
    void log(context, `worker.failed-${job.name}`, { ms: context.now() - from }, faultOf(error).code)
    throw error
  }
}

/** At each start of the worker: what was due while it slept, was never armed, or lies beyond its turns since the clock was set back, runs once. */
export async function runOverdue(context: WorkerContext, jobs: readonly Job[]): Promise<void> {
  for (const job of jobs) {
    const next = await context.platform.alarms.next(job.name)
    const now = context.now()
    // A turn may be put off to the grid behind the next: twice is further than any.
    if (next === null || next <= now || next > now + job.everyMinutes * 120_000)
      await runJob(context, job).catch(() => undefined)
  }
}
