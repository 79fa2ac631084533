import { dayOf } from "~src/domain/calendar"
import { judgeMeeting } from "~src/domain/evidence/meeting"
import { isAutomated } from "~src/domain/verdict"
import type { TouchRow } from "../cache/rows"
import { bagsIn, filled, type VitallyMeeting } from "../vitally/rows"

import { isOff, meetingStart, participantsOf } from "./meetings"
import type { Ours } from "./people"

export interface MeetingContext {
  timeZone: string
  me: string | undefined
  ours: Ours
  /** The policy's number of people from which a meeting is an event. */
  eventFrom: number
}

/** A meeting as a touch; one still to come is no contact until it is over, which the rules look at. Null where it is undated. */
export function meetingTouch(
  accountId: string,
  meeting: VitallyMeeting,
  context: MeetingContext,
): TouchRow | null {
  const { timeZone, me, ours, eventFrom } = context
  const start = meetingStart(meeting)
  const on = start === undefined ? null : dayOf(start, timeZone)
  if (start === undefined || on === null || filled(meeting.archivedAt) !== undefined) return null
  const participants = participantsOf(meeting, ours)
  const subject = filled(meeting.title)
  const found = judgeMeeting(
    {
      title: subject ?? "",
      cancelled: isOff(meeting),
      proof:
        filled(meeting.recordingUrl) !== undefined ||
        filled(meeting.summary) !== undefined ||
        bagsIn(meeting.keyPoints).length > 0,
      participants,
      customers: bagsIn(meeting.accounts).length,
    },
    eventFrom,
  )
  const came = participants.filter(({ declined }) => !declined)
  const theirs = came.filter(({ side }) => side === "theirs")
  const adminIds = came.filter(({ side }) => side === "ours").flatMap(({ id }) => id ?? [])
  const by = adminIds.find((id) => id === me) ?? adminIds[0]
  const who = theirs
    .flatMap(({ name, email }) => name ?? email ?? [])
    .slice(0, 2)
    .join(", ")
  const people = theirs.flatMap(({ id, name, email }) => [id, name?.toLowerCase(), email?.toLowerCase()])
  const place = `${meeting.videoConferenceUri ?? ""} ${JSON.stringify(meeting.conferenceSolution ?? "")} ${meeting.location ?? ""}`
  return {
    id: `meeting:${accountId}:${meeting.id}`,
    accountId,
    at: overAt(start, filled(meeting.endDateTime), timeZone),
    on,
    channel: /zoom/i.test(place) ? "zoom" : "meeting",
    direction: "both",
    automatic: isAutomated(found),
    verdict: found.verdict,
    reason: found.reason,
    source: "vitally",
    ...(who !== "" && { who }),
    ...(subject !== undefined && { subject }),
    ...(by !== undefined && { by }),
    ...(people.length > 0 && { with: people.filter((one) => one !== undefined) }),
  }
}

/** It is contact once it is over, on the day it began. */
function overAt(start: string, end: string | undefined, timeZone: string): string {
  if (end === undefined || start.length === 10) return start
  return Date.parse(end) > Date.parse(start) && dayOf(end, timeZone) === dayOf(start, timeZone) ? end : start
}
