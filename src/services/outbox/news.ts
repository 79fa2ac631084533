/** Until when a write counts over what was read of the service. */
import type { OutboxRow } from "~src/storage/rows"

/** A reading that was under way while the write arrived may not hold it yet: as long as one can take. */
const readingMs = 30_000

/** Not sent yet, or sent too late for the reading noted at `readAt` to hold it. Later ones count, whoever changed it. */
export function isNews({ state, settledAt = 0 }: OutboxRow, readAt: string | undefined): boolean {
  return state !== "sent" || !(Date.parse(readAt ?? "") > settledAt + readingMs)
}
