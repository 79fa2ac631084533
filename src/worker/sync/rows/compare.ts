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

/** A row of fewer keys is told too little by them. */
const fewestKeys = 8

/** Null ones count: Vitally names every field of a record, with a value or without. */
const keysOf = (raw: Raw) => Object.keys(raw).filter((key) => raw[key] !== undefined)

/**
 * The fresh row as far as it can be believed beside the stored one: a field of a wrong type is no news of that field. Null where most of
 * what was known is absent or unreadable: that is no such record, whatever its id says. A field that is null was cleared.
 */
export function believable<R extends Raw>(raw: R, stored: Raw | undefined): R | null {
  if (!stored) return raw
  const known = keysOf(stored)
  const lost = known.filter((key) => raw[key] === undefined)
  if (known.length >= fewestKeys && lost.length * 2 > known.length) return null
  const unreadable = lost.filter((key) => key in raw)
  if (unreadable.length === 0) return raw
  return { ...raw, ...Object.fromEntries(unreadable.map((key) => [key, stored[key]])) }
}
