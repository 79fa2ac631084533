/**
 * What the services no longer show, and the proofs of it. A row leaves the cache only after two of them: the list lacks it, and asked for
 * by itself the service says that there is no such record; ten minutes apart at least. A passing fault gives one at most.
 */
import type { Instant } from "~src/domain/facts"

export type MissingKind = "accounts" | "organizations" | "tasks"
export type Proof = "list" | "itself"

export interface Missing {
  /** When the first proof came. */
  since: Instant
  /** When the list lacked it last. */
  list?: Instant
  /** When the service last said that it does not know the record. */
  itself?: Instant
}

/** By id. */
export type MissingRows = Record<string, Missing>

export interface MissingRecord {
  accounts?: MissingRows
  organizations?: MissingRows
  tasks?: MissingRows
  /** Removed within the last day: a slow run of removals is braked as a quick one. */
  removed?: { kind: MissingKind; at: Instant; count: number }[]
  /** When the user said that what is missing may go. */
  allowedAt?: Instant
  /** How many the user has seen and wants to keep: nothing is said until there are others. */
  keptCount?: number
}

/** A customer that was removed, and whose it was: one that comes back is no news. */
export interface RemovedAccount {
  at: Instant
  owner?: string
}

export const proofsApartMs = 10 * 60_000
/** After so long on one proof alone, the user is asked. */
export const unprovenMs = 24 * 3_600_000
const dayMs = 24 * 3_600_000
const share = 0.05
const atLeast = 3

/** How many of `count` rows one day may remove without the user's word. */
export function mayRemove(count: number): number {
  return Math.max(atLeast, Math.floor(count * share))
}

/** Adds a proof. One dated ahead was noted before the clock was set back: counting begins anew. */
export function withProof(before: Missing | undefined, proof: Proof, now: number): Missing {
  const at = new Date(now).toISOString()
  const isUsable = before !== undefined && Date.parse(before.since) <= now
  return { ...(isUsable ? before : { since: at }), [proof]: at }
}

/** Whether both proofs are there, and far enough apart. */
export function isProven({ since, list, itself }: Missing): boolean {
  if (list === undefined || itself === undefined) return false
  return Math.max(Date.parse(list), Date.parse(itself)) - Date.parse(since) >= proofsApartMs
}

/** Rows of `kind` that were removed within the last day. */
export function removedLately({ removed = [] }: MissingRecord, kind: MissingKind, now: number): number {
  return removed
    .filter((one) => one.kind === kind && Math.abs(now - Date.parse(one.at)) < dayMs)
    .reduce((sum, { count }) => sum + count, 0)
}
