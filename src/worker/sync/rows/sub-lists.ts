/** Lists of one account, which are read whole each time: a row goes only if two readings, some time apart, lack it. */
import type { Instant } from "~src/domain/facts"

import { mayRemove, proofsApartMs, unprovenMs } from "../../cache/missing"
import { timeOf } from "../../vitally/rows"

/** A list as it was read. */
export interface Listed {
  setAside: readonly unknown[]
  next?: string | null
}

/** Of a list that is longer than what was read, or has rows that could not be read, the rest is not gone. */
export const isWhole = ({ setAside, next = null }: Listed): boolean => setAside.length === 0 && next === null

interface Doubtful {
  id: string
  /** When a reading first lacked it. */
  missingAt?: unknown
}

export interface SortedOut<Row> {
  /** Lacked long enough: they go. */
  gone: Row[]
  /** Lacked, and kept for now: to be stored with the time since when. */
  kept: (Row & { missingAt: Instant })[]
}

/**
 * Sorts stored rows that a fresh reading lacks. If it lacks many at once they are kept for a day; if it lacks most, as an empty answer
 * does, for as long as it does.
 * @param isWhole false if the reading was cut short or had unreadable rows: then nothing is lacking.
 * @param now epoch milliseconds.
 */
export function sortOut<Row extends Doubtful>(
  stored: readonly Row[],
  fresh: ReadonlySet<string>,
  isWhole: boolean,
  now: number,
): SortedOut<Row> {
  const lacking = stored.filter(({ id }) => !fresh.has(id))
  const wait = waitMs(lacking.length, stored.length)
  const sorted: SortedOut<Row> = { gone: [], kept: [] }
  for (const row of lacking) {
    const since = typeof row.missingAt === "string" ? timeOf(row.missingAt) : undefined
    // A time ahead was noted before the clock was set back.
    const age = since === undefined || since > now ? -1 : now - since
    if (isWhole && age >= wait) sorted.gone.push(row)
    else if (isWhole) {
      const at = age < 0 ? new Date(now).toISOString() : (row.missingAt as Instant)
      sorted.kept.push({ ...row, missingAt: at })
    }
  }
  return sorted
}

function waitMs(lacking: number, stored: number): number {
  if (lacking <= mayRemove(stored)) return lacking === stored ? unprovenMs : proofsApartMs
  return lacking * 2 > stored ? Infinity : unprovenMs
}

/** A list kept as one value: the fresh rows, and those that it lacks for now. */
export function merged<Row extends Doubtful>(
  stored: unknown,
  fresh: readonly Row[],
  isWhole: boolean,
  now: number,
): Row[] {
  const known = Array.isArray(stored) ? (stored as Row[]) : []
  const ids = new Set(fresh.map(({ id }) => id))
  const kept = isWhole ? sortOut(known, ids, isWhole, now).kept : known.filter(({ id }) => !ids.has(id))
  return [...fresh, ...kept]
}
