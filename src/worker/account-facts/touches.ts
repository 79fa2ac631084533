import { dayOf } from "~src/domain/calendar"
import type { Touch } from "~src/domain/facts"
import type { TouchRow } from "../cache/rows"

import type { AccountRows, FactsContext } from "./context"

/** Touches as the rules take them: notes only of the categories that the policy calls contact, "by me" for whoever I am now. */
export function touchesOf({ touches }: AccountRows, { policy, me, clock }: FactsContext): Touch[] {
  const contactWords = policy.contact.callLikeNoteCategories
    .map((word) => word.trim().toLowerCase())
    .filter(Boolean)
  return touches
    .filter((row) => row.noteCategory === undefined || isContact(row.noteCategory, contactWords))
    .map((row) => touchOf(row, me, clock.timeZone))
}

function isContact(category: string, words: readonly string[]): boolean {
  const name = category.toLowerCase()
  return words.some((word) => name.includes(word))
}

/** The day it fell on was stored for the zone of that time. */
function touchOf(row: TouchRow, me: string | undefined, timeZone: string): Touch {
  const { id, at, channel, direction, automatic, source, who, subject, url } = row
  const byMe = row.byMe === true || (me !== undefined && row.by === me)
  return {
    id,
    at,
    on: dayOf(at, timeZone) ?? row.on,
    channel,
    direction,
    automatic,
    source,
    ...(who !== undefined && { who }),
    ...(byMe && { byMe }),
    ...(subject !== undefined && { subject }),
    ...(url !== undefined && { url }),
  }
}
