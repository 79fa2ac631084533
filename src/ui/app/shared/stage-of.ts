import type { BookRow } from "~src/messaging/views/lists"

import { formatDate } from "~src/ui/base/format"
import { book } from "~src/ui/strings/book"

/** A customer that is gone is in no stage: when it left is said instead. */
export function stageOf({ stage, churnedOn }: BookRow, today: string): string | null {
  return churnedOn !== undefined && churnedOn <= today ? book.left(formatDate(churnedOn, today)) : stage
}
