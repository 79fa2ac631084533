/** What a listed row tells of the one that is stored. */
import { filled, timeOf } from "../../vitally/rows"
import type { Raw } from "../../cache/rows"

import { ageMs } from "./age"

interface Stored {
  raw: Raw
  readAt: string
}

/** How long a page may be under way. */
const pageMs = 5 * 60_000

const changedAt = ({ updatedAt }: Raw): number | undefined =>
  typeof updatedAt === "string" ? timeOf(filled(updatedAt)) : undefined

/**
 * Whether the page was fetched before the stored row was read by itself: it must not undo that. Only a row read just now is kept
 * so: one that was dated in the future would never change again.
 * @param now epoch milliseconds.
 */
export function isOlder(raw: Raw, stored: Stored, now: number): boolean {
  const was = changedAt(stored.raw)
  const is = changedAt(raw)
  return was !== undefined && is !== undefined && was > is && ageMs(stored.readAt, now) < pageMs
}

/** Whether it says nothing new, dated or not: rows around the watermark are listed again in every round. */
export function isSame(raw: Raw, stored: Raw | undefined): boolean {
  return stored !== undefined && JSON.stringify(raw) === JSON.stringify(stored)
}
