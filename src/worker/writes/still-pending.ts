/** Until when a write counts over what was read of the service. */
import type { OutboxRow } from "../cache/rows"

/** A reading that was under way while the write arrived may not hold it yet: as long as one can take. */
const readingMs = 30_000

/**
 * Not refused, and not sent yet or sent too late for the reading noted at `readAt` to hold it. Later readings count, whoever changed
 * what they say.
 */
export function isNews({ state, settledAt = 0 }: OutboxRow, readAt: string | undefined): boolean {
  if (state === "sent") return !(Date.parse(readAt ?? "") > settledAt + readingMs)
  return state !== "refused"
}
