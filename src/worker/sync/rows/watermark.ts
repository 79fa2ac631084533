import { timeOf } from "../../vitally/rows"

export interface Dated {
  updatedAt?: string | null | undefined
}

/**
 * Newest `updatedAt` of a page, but not past `now`, Vitally's own time when it was read: a row dated in the future would hide
 * whatever changes until then.
 */
export function newestOf(rows: readonly Dated[], now: number): string | null {
  const newest = Math.max(...rows.map(({ updatedAt }) => timeOf(updatedAt) ?? -Infinity))
  return newest > -Infinity ? new Date(Math.min(newest, now)).toISOString() : null
}
