/**
 * Timed work. The next alarm is armed before the work begins, so that a worker killed in between is woken again; one
 * run at a time; a job overdue at the start of the worker runs once.
 */
import { log } from "./log"
import type { WorkerContext } from "./context"
import { faultOf } from "./fault-of"
import { earliestWish, serveWishes, want } from "./wish"

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

/** Chrome's floor for alarms. A worker that dies in a run is woken again after this long. */
export const alarmFloorMs = 30_000

/**
 * Runs one job now. If it is running, that run is followed by another one soon: whoever asks has news for it. Its errors are its own:
 * they end in its state, not here.
 * @param rang the job's own alarm: a run that is under way need not be followed by another.
 */
export async function runJob(context: WorkerContext, job: Job, { rang = false } = {}): Promise<void> {
  const { platform, now } = context
  const { ran } = await platform.locks.ifFree(`job:${job.name}`, () => turn(context, job))
  // Also where it has just ended: its alarm may have been set without this wish.
  if (!ran && !rang) await want(context, job.name, now() + alarmFloorMs)
}

/** One run with the lock held. The safety alarm is armed before it, the next turn's after it. */
async function turn(context: WorkerContext, job: Job): Promise<void> {
  const { platform, now } = context
  serveWishes(context, job.name)
  await platform.alarms.arm(job.name, { at: now() + alarmFloorMs })
  let again: number | undefined
  try {
    again = await logged(context, job)
  } finally {
    const regularMs = job.everyMinutes * 60_000
    // A turn may be put off to the grid behind the next.
    const own = Math.min(again ?? now() + regularMs, now() + 2 * regularMs)
    // A wish that comes while the alarm is set is seen in the next round.
    for (let armed = Infinity; ;) {
      const at = Math.min(own, earliestWish(context, job.name))
      if (at >= armed) break
      await platform.alarms.arm(job.name, { at })
      armed = at
    }
  }
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
