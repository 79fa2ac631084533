import type { Participant } from "~src/domain/evidence/meeting"
import { bagsIn, filled, textIn, type VitallyMeeting } from "../vitally/rows"

import { castOf, idOf, type Ours } from "./people"

/** When a meeting starts: an instant, or a day for an all-day one. Undefined if neither is readable. */
export function meetingStart(meeting: VitallyMeeting): string | undefined {
  return filled(meeting.startDateTime) ?? filled(meeting.startDate)?.slice(0, 10)
}

/** Called off, or removed from Vitally: neither past contact nor coming. */
export function isOff(meeting: VitallyMeeting): boolean {
  return filled(meeting.archivedAt) !== undefined || /cancel|declin/i.test(meeting.externalStatus ?? "")
}

/** Calendars name rooms, resources and note takers as participants: they are nobody. */
const nobodysAddress =
  /@resource\.|resource\.calendar\.|^(?:room|conf(?:erence)?-?room|meeting-?room|boardroom)[.@_-]|@(?:.*\.)?(?:otter\.ai|fireflies\.ai|read\.ai|fathom\.video|gong\.io|avoma\.com|grain\.com|tldv\.io|chorus\.ai)$|^(?:notetaker|assistant@.*gong)/i
const nobodysName =
  /\b(?:boardroom|meeting room|conference room|conf room|besprechungsraum|konferenzraum|salle de reunion|salle de réunion|sala de reuniones|sala riunioni|vergaderruimte|m[øo]te?rom|neuvotteluhuone)\b|notetaker|note taker|^(?:otter|fireflies|fathom|gong|read ai)\b/i

function isNobody(person: unknown): boolean {
  if (/resource|room/i.test(textIn(person, "type") ?? "")) return true
  if (nobodysAddress.test(textIn(person, "email") ?? "")) return true
  return (
    textIn(person, "userId") === undefined &&
    textIn(person, "vitallyUserId") === undefined &&
    nobodysName.test(textIn(person, "name") ?? "")
  )
}

/** Those who were invited, on their sides. */
export function participantsOf(meeting: VitallyMeeting, ours: Ours): Participant[] {
  const cast = castOf({}, ours, bagsIn(meeting.accounts).length)
  return bagsIn(meeting.participants)
    .filter((person) => !isNobody(person))
    .map((person) => ({
      side: sideOf(person, cast.sideOf(withoutRole(person))),
      declined: /^declin/i.test(textIn(person, "responseStatus") ?? ""),
      name: textIn(person, "name"),
      email: textIn(person, "email"),
      id: idOf(person),
    }))
}

/** `type` says organizer or attendee here, and admin or user in older answers. */
function withoutRole(person: Record<string, unknown>): Record<string, unknown> {
  const { type, ...rest } = person
  return type === "admin" || type === "user" ? person : rest
}

function sideOf(person: unknown, side: Participant["side"]): Participant["side"] {
  if (textIn(person, "vitallyUserId") !== undefined || textIn(person, "adminId") !== undefined) return "ours"
  if (side === "ours" || side === "other") return side
  return "theirs"
}

/** Names of those who take part; what has neither name nor address is nobody. */
export function attendeesOf(
  meeting: VitallyMeeting,
  ours: Ours,
): { theirs: string[]; ours: string[]; adminIds: string[] } {
  const people = participantsOf(meeting, ours)
  const named = (side: Participant["side"]) =>
    people.filter((person) => person.side === side).flatMap(({ name, email }) => name ?? email ?? [])
  return {
    theirs: named("theirs"),
    ours: named("ours"),
    adminIds: people.filter(({ side }) => side === "ours").flatMap(({ id }) => id ?? []),
  }
}
