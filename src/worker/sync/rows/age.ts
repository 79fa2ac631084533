import type { Instant } from "~src/domain/facts"
import { timeOf } from "../../vitally/rows"

/**
 * Milliseconds since `at`, a time of our own clock; infinite if there was none. One that lies ahead was noted before the clock was
 * set back: that far away, it says as little of now as one as long ago.
 * @param now epoch milliseconds, as `at` may be.
 */
export function ageMs(at: Instant | number | undefined, now: number): number {
  return Math.abs(now - (typeof at === "number" ? at : (timeOf(at) ?? -Infinity)))
}
