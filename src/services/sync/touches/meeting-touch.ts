import { dayOf } from "~src/domain/calendar"
import { bagsIn, filled, textIn, type VitallyMeeting } from "~src/schemas/vitally"
import type { TouchRow } from "~src/storage/rows"

/** When a meeting starts: an instant, or a day for an all-day one. Undefined where neither is readable. */
export function meetingStart(meeting: VitallyMeeting): string | undefined {
  return filled(meeting.startDateTime) ?? filled(meeting.startDate)?.slice(0, 10)
}

/** Called off, or removed from Vitally: neither past contact nor coming. */
export function isOff(meeting: VitallyMeeting): boolean {
  return filled(meeting.archivedAt) !== undefined || /cancel|declin/i.test(meeting.externalStatus ?? "")
}

/** Names of those who take part, the customer's people first; `ours` are Vitally admins. */
export function attendeesOf(meeting: VitallyMeeting): { theirs: string[]; ours: string[]; adminIds: string[] } {
  const theirs: string[] = []
  const ours: string[] = []
  const adminIds: string[] = []
  for (const person of bagsIn(meeting.participants)) {
    const name = textIn(person, "name") ?? textIn(person, "email")
    const admin =
      textIn(person, "vitallyUserId") ??
      textIn(person, "adminId") ??
      (textIn(person, "type") === "admin" ? textIn(person, "id") : undefined)
    if (admin !== undefined) adminIds.push(admin)
    if (name !== undefined) (admin === undefined ? theirs : ours).push(name)
  }
  return { theirs, ours, adminIds }
}

/** A meeting as a touch; one still to come is no contact until its time, which the rules look at. Null where it is off or undated. */
export function meetingTouch(
  accountId: string,
  meeting: VitallyMeeting,
  timeZone: string,
  me: string | undefined,
): TouchRow | null {
  const at = meetingStart(meeting)
  const on = at === undefined ? null : dayOf(at, timeZone)
  if (at === undefined || on === null || isOff(meeting)) return null
  const { theirs, adminIds } = attendeesOf(meeting)
  const by = adminIds.find((id) => id === me) ?? adminIds[0]
  const subject = filled(meeting.title)
  const place = `${meeting.videoConferenceUri ?? ""} ${JSON.stringify(meeting.conferenceSolution ?? "")} ${meeting.location ?? ""}`
  return {
    id: `meeting:${meeting.id}`,
    accountId,
    at,
    on,
    channel: /zoom/i.test(place) ? "zoom" : "meeting",
    direction: "both",
    automatic: false,
    source: "vitally",
    ...(theirs.length > 0 && { who: theirs.slice(0, 2).join(", ") }),
    ...(subject !== undefined && { subject }),
    ...(by !== undefined && { by }),
  }
}
