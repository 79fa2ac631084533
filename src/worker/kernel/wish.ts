/** When a job is wanted: the earliest time anyone asked for holds. Nobody puts off what somebody else waits for. */
import type { WorkerContext } from "./context"
import type { Memory } from "./memory"

type Wisher = Pick<WorkerContext, "platform" | "memory" | "now">

/**
 * Times wanted and not yet served, by job. Lost with the worker: the safety alarm of a run under way rings then, and what is due later
 * is stored with the data that each run reads.
 */
const wishes = new WeakMap<Memory, Map<string, Set<number>>>()

function wishesOf({ memory }: Pick<Wisher, "memory">, name: string): Set<number> {
  const all = wishes.get(memory) ?? new Map<string, Set<number>>()
  wishes.set(memory, all)
  const known = all.get(name) ?? new Set()
  all.set(name, known)
  return known
}

/** Asks for a run of the job `name` at `at` (epoch milliseconds), or sooner where it is to run sooner anyway. */
export async function want(context: Wisher, name: string, at: number): Promise<void> {
  const times = wishesOf(context, name)
  times.add(at)
  const { alarms } = context.platform
  const armed = await alarms.next(name)
  // Two may ask in the same moment: whoever arms last arms for the earlier one.
  const earliest = Math.min(at, ...times)
  if (armed === null || armed > earliest) await alarms.arm(name, { at: earliest })
}

/** A run begins: it serves every wish whose time has come. */
export function serveWishes(context: Wisher, name: string): void {
  const times = wishesOf(context, name)
  for (const at of times) if (at <= context.now()) times.delete(at)
}

/** The earliest wish that no run has served; infinite if there is none. */
export function earliestWish(context: Wisher, name: string): number {
  return Math.min(...wishesOf(context, name))
}
