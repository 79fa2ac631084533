import type { OutboxItem } from "~src/messaging/contract"
import type { OutboxRow } from "../cache/rows"

import { isWrite } from "./payloads"

/** The words of a touch that Salesforce refused: the user may change them and send it again. */
function mendable(row: OutboxRow): OutboxItem["mendable"] {
  if (row.state !== "refused" || row.target !== "salesforce" || !isWrite(row, "touch.log")) return undefined
  const { subject, note = "" } = row.payload
  return { subject, note }
}

/** A queued write as pages see it: without its payload and workspace. */
export function toOutboxItem(row: OutboxRow): OutboxItem {
  const { id, accountId, accountName, kind, target, text, state, tries, fault, about } = row
  const words = mendable(row)
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
    ...(words && { mendable: words }),
  }
}
