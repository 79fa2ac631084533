/** What is missing, in words for popup, options and book. */
import { ageMs } from "./rows/age"
import { mayRemove, type MissingKind, type MissingRecord, unprovenMs } from "../cache/missing"

export interface MissingSaid {
  /** "41 of 59 customers are missing at Vitally." */
  text: string
  /** What it means, and what the reader may do. */
  detail: string
  count: number
}

const words: Record<MissingKind, [one: string, many: string]> = {
  accounts: ["customer", "customers"],
  tasks: ["task", "tasks"],
  organizations: ["organization", "organizations"],
}
const kinds: readonly MissingKind[] = ["accounts", "tasks", "organizations"]

/** More are missing than one day may remove, or some for so long that only the user can tell. */
function isWorthSaying(rows: MissingRecord["accounts"] & object, count: number, now: number): boolean {
  const all = Object.values(rows)
  return all.length > mayRemove(count) || all.some(({ since }) => ageMs(since, now) >= unprovenMs)
}

/**
 * Undefined if nothing waits for the user.
 * @param counts rows in the cache.
 * @param now epoch milliseconds.
 */
export function missingSaid(
  record: MissingRecord,
  counts: Partial<Record<MissingKind, number>>,
  now: number,
): MissingSaid | undefined {
  const lines = kinds.flatMap((kind) => {
    const rows = record[kind] ?? {}
    const missing = Object.keys(rows).length
    const of = Math.max(counts[kind] ?? 0, missing)
    if (missing === 0 || !isWorthSaying(rows, of, now)) return []
    const [one, many] = words[kind]
    const verb = missing === 1 ? "is" : "are"
    return [
      {
        missing,
        text: `${number(missing)} of ${number(of)} ${of === 1 ? one : many} ${verb} missing at Vitally.`,
      },
    ]
  })
  const count = lines.reduce((sum, { missing }) => sum + missing, 0)
  if (count === 0 || count === record.keptCount || record.allowedAt !== undefined) return undefined
  return {
    count,
    text: lines.map(({ text }) => text).join(" "),
    detail:
      "They are kept here as they were last read: it may be a fault there, or the API key may no longer see them. If they were deleted, remove them here.",
  }
}

const number = (value: number) => value.toLocaleString("en-US")
