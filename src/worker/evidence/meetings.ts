import { bagsIn, filled, textIn, type VitallyMeeting } from "../vitally/rows"

/** When a meeting starts: an instant, or a day for an all-day one. Undefined where neither is readable. */
export function meetingStart(meeting: VitallyMeeting): string | undefined {
  return filled(meeting.startDateTime) ?? filled(meeting.startDate)?.slice(0, 10)
}

/** Called off, or removed from Vitally: neither past contact nor coming. */
export function isOff(meeting: VitallyMeeting): boolean {
  return filled(meeting.archivedAt) !== undefined || /cancel|declin/i.test(meeting.externalStatus ?? "")
}

/** Names of those who take part; `ours` are Vitally admins. */
export function attendeesOf(meeting: VitallyMeeting): {
  theirs: string[]
  ours: string[]
  adminIds: string[]
} {
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
