import { dayOf } from "~src/domain/calendar"
import { filled, type VitallyMeeting } from "../vitally/rows"
import { attendeesOf, isOff, meetingStart } from "./meetings"
import type { TouchRow } from "../cache/rows"

/**
 * A meeting as a touch; one still to come is no contact until its time, which the rules look at. Null where it is off or undated, and
 * where only our own people took part.
 */
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
  if (theirs.length === 0 && adminIds.length > 0) return null
  const by = adminIds.find((id) => id === me) ?? adminIds[0]
  const subject = filled(meeting.title)
  const place = `${meeting.videoConferenceUri ?? ""} ${JSON.stringify(meeting.conferenceSolution ?? "")} ${meeting.location ?? ""}`
  return {
    id: `meeting:${accountId}:${meeting.id}`,
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
