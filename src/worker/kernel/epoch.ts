/**
 * Which connection a piece of work belongs to. Connecting, renewing, signing out, disconnecting and clearing each begin a new epoch. Work
 * that began before asks `isCurrent` in the same turn in which it stores its result, so that nothing comes back that was given up.
 * Kept in memory alone: the work dies with the worker, too.
 */
import type { Memory } from "./memory"

export type Connection = "vitally" | "salesforce" | "looker"

/** False once the connection that the work belongs to was given up. */
export type IsCurrent = () => boolean

const epochs = new WeakMap<Memory, Record<Connection, number>>()

function epochsOf({ memory }: { memory: Memory }): Record<Connection, number> {
  const known = epochs.get(memory) ?? { vitally: 0, salesforce: 0, looker: 0 }
  epochs.set(memory, known)
  return known
}

/** For work that goes on with the connection as it is. */
export function currentEpoch(context: { memory: Memory }, of: Connection): IsCurrent {
  const all = epochsOf(context)
  const mine = all[of]
  return () => all[of] === mine
}

/** Gives up the connection so far, and whatever is under way with it. */
export function beginEpoch(context: { memory: Memory }, of: Connection): IsCurrent {
  epochsOf(context)[of] += 1
  return currentEpoch(context, of)
}
