import type { OutboxItem } from "~src/messaging/contract"
import type { OutboxRow } from "../cache/rows"

/** A queued write as pages see it: without its payload and workspace. */
export function toOutboxItem(row: OutboxRow): OutboxItem {
  const { id, accountId, accountName, kind, target, text, state, tries, fault, about } = row
  return {
    id,
    accountId,
    accountName,
    kind,
    target,
    text,
    state,
    createdAt: new Date(row.createdAt).toISOString(),
    sendAfter: new Date(row.sendAfter).toISOString(),
    tries,
    ...(fault && { fault }),
    ...(about && { about }),
  }
}
