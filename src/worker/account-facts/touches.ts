import { dayOf } from "~src/domain/calendar"
import { judgeNote } from "~src/domain/evidence/note"
import { evidencePolicy } from "~src/domain/evidence/words"
import type { Touch } from "~src/domain/facts"
import type { TouchRow } from "../cache/rows"

import type { AccountRows, FactsContext } from "./context"

/** Touches as the rules take them: notes judged by the policy's words; "by me" for whoever I am now. */
export function touchesOf({ touches }: AccountRows, { policy, me, clock }: FactsContext): Touch[] {
  const { takesAway } = evidencePolicy(policy)
  const words = { gives: policy.contact.callLikeNoteCategories, takes: takesAway }
  const judged = touches.map((row): TouchRow => {
    if (row.noteCategory === undefined) return row
    return { ...row, ...judgeNote(row.noteCategory, row.subject ?? "", words) }
  })
  return judged.map((row) => touchOf(row, me, clock.timeZone))
}

/** What only the cache needs stays there; the day it fell on was stored for the zone of that time. */
function touchOf(row: TouchRow, me: string | undefined, timeZone: string): Touch {
  const { by, byMe, on } = row
  const touch: Touch & Partial<TouchRow> = { ...row }
  for (const key of cacheOnly) Reflect.deleteProperty(touch, key)
  if (byMe === true || (me !== undefined && by === me)) touch.byMe = true
  // A meeting is on the day it began, whatever its end says.
  touch.on = row.id.startsWith("meeting:") ? on : (dayOf(row.at, timeZone) ?? on)
  return touch
}

const cacheOnly = ["accountId", "by", "byMe", "noteCategory", "conversationId"] as const
