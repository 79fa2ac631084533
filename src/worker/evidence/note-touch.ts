import { dayOf } from "~src/domain/calendar"
import { type Channel, CHANNELS, type Direction, DIRECTIONS } from "~src/domain/facts"
import { bagsIn, filled, textIn, textsIn, type VitallyNote } from "../vitally/rows"
import type { TouchRow } from "../cache/rows"

import { channelOfNote } from "./channel"
import { shownNames } from "./people"

/** Tag of the notes that Account Lens writes for a logged touch; channel and direction stand beside it. */
export const ownTag = "Account Lens"

/** The id of a logged touch, the same before it was sent and after Vitally gave it back. */
export function ownTouchId(externalId: string): string {
  return `note:${externalId}`
}

/**
 * A note as a possible touch. Whether its category records a contact is the policy's word, so the category is kept with it; a
 * note without one is never a touch (`noteCategory` empty) unless Account Lens wrote it.
 */
export function noteTouch(
  accountId: string,
  note: VitallyNote,
  timeZone: string,
  categoryNames: ReadonlyMap<string, string>,
): TouchRow | null {
  const at = dayAtMidnight(filled(note.noteDate)) ?? filled(note.createdAt)
  const on = at === undefined ? null : dayOf(at, timeZone)
  if (at === undefined || on === null || filled(note.archivedAt) !== undefined) return null
  const category = textIn(note.category, "name") ?? categoryNames.get(note.categoryId ?? "") ?? ""
  const subject = filled(note.subject)
  const who = textIn(note.author, "name")
  const own = ownMarks(note)
  const people = bagsIn(note.users).flatMap((person) =>
    [
      textIn(person, "id"),
      textIn(person, "email")?.toLowerCase(),
      textIn(person, "name")?.toLowerCase(),
    ].filter((one) => one !== undefined),
  )
  const named = shownNames(
    bagsIn(note.users).map((person) => ({ name: textIn(person, "name"), email: textIn(person, "email") })),
  )
  const channel = own?.channel ?? channelOfNote(category)
  const tags = textsIn(note.tags)
  const two = channel === "call" || channel === "meeting" || channel === "zoom" || channel === "in-person"
  return {
    id: own ? ownTouchId(note.externalId ?? note.id) : `note:${note.id}`,
    accountId,
    at,
    on,
    channel,
    direction: own?.direction ?? (two ? "both" : "unknown"),
    automatic: false,
    source: "vitally",
    ...(who !== undefined && { who }),
    ...(subject !== undefined && { subject }),
    ...(note.authorId && { by: note.authorId }),
    ...(tags.length > 0 && { tags }),
    ...(people.length > 0 && { with: people }),
    ...(named.length > 0 && { people: named }),
    ...(own ? { verdict: "person", reason: "logged" } : { noteCategory: category }),
  }
}

/** Midnight in UTC is how Vitally stores a day: that day everywhere. */
function dayAtMidnight(at: string | undefined): string | undefined {
  return at !== undefined && /T00:00:00(?:\.0+)?(?:Z|[+-]00:?00)$/.test(at) ? at.slice(0, 10) : at
}

const isOneOf =
  <T extends string>(words: readonly T[]) =>
  (tag: string): tag is T =>
    (words as readonly string[]).includes(tag)
const isChannel = isOneOf<Channel>(CHANNELS)
const isDirection = isOneOf<Direction>(DIRECTIONS)

function ownMarks(note: VitallyNote): { channel: Channel; direction: Direction } | null {
  const tags = textsIn(note.tags)
  if (!tags.includes(ownTag)) return null
  return {
    channel: tags.find(isChannel) ?? "other",
    direction: tags.find(isDirection) ?? "unknown",
  }
}
