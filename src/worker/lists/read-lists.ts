/** The stored rows behind popup, badge and reminders, read once each. */
import type { AccountSummary } from "~src/domain/assessment"
import type { Instant } from "~src/domain/facts"
import type { LensDatabase } from "../cache/database"
import type { CareRow, HistoryRow, OutboxRow } from "../cache/rows"

import { inOrder } from "../writes/order"

/** Every customer in the given books. */
export async function readBooks(db: LensDatabase, owners: string[]): Promise<AccountSummary[]> {
  const index = db.transaction("summaries").store.index("owner")
  return (await Promise.all(owners.map((owner) => index.getAll(owner)))).flat()
}

/** Writes on their way or just sent, oldest first. */
export async function readOutbox(db: LensDatabase): Promise<OutboxRow[]> {
  return (await db.getAll("outbox")).sort(inOrder)
}

/** What was noted after a moment, oldest first. */
export async function readHistory(db: LensDatabase, since: Instant): Promise<HistoryRow[]> {
  return db.getAllFromIndex("history", "at", IDBKeyRange.lowerBound(since, true))
}

/** What the user did with tasks and recommendations. */
export async function readCare(db: LensDatabase): Promise<CareRow[]> {
  return db.getAll("care")
}
