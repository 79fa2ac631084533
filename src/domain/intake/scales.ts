/**
 * Whether a workspace writes its ratios as 0-1 or 0-100 (domain brief, section 3b). Decided per trait over the whole book, not per value:
 * 1 and 1.1 are ambiguous, because overage exists.
 */
import type { RatioName } from "../facts"
import { readNumber } from "./values"

export type Scales = Record<RatioName, 1 | 100>

/** Above this a typical value can only be a percentage: nobody's median account uses twice its seats. */
export const TYPICAL_MAX = 2

/**
 * The scale of one trait by its raw values in the book: 100 where the median of those above zero is over 2. Text with a percent
 * sign says its own scale and is left out. Nothing to go by: 1.
 */
export function decideScale(samples: readonly unknown[]): 1 | 100 {
  const values = samples
    .filter((raw) => !(typeof raw === "string" && raw.includes("%")))
    .map(readNumber)
    .filter((value): value is number => value !== undefined && value > 0)
    .sort((a, b) => a - b)
  const median = values[Math.floor(values.length / 2)]
  return median !== undefined && median > TYPICAL_MAX ? 100 : 1
}
