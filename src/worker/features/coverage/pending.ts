/** What an absence leaves open with one customer, by name: meetings in these days, the renewal's opportunities, tickets, who to tell. */
import { dayOf } from "~src/domain/calendar"
import type { AccountFacts, CalendarDate, MeetingFact } from "~src/domain/facts"
import { nearDate, plural } from "~src/domain/words"

export interface Pending {
  reasons: string[]
  before: string[]
}

interface Days {
  from: CalendarDate
  to: CalendarDate
  today: CalendarDate
  timeZone: string
}

/** Meetings whose day lies in the absence, both ends included; soonest first. */
export function syncsIn({ upcomingMeetings = [] }: AccountFacts, { from, to, timeZone }: Days) {
  return upcomingMeetings
    .flatMap((meeting) => {
      const on = meeting.on ?? dayOf(meeting.at, timeZone)
      return on && on >= from && on <= to ? [{ ...meeting, on }] : []
    })
    .sort((a, b) => a.at.localeCompare(b.at))
}

/** Empty lists if nothing more is known than the reasons say. */
export function pendingOf(facts: AccountFacts, days: Days): Pending {
  const syncs = syncsIn(facts, days)
  const ae = facts.accountExecutive
  const renewal = facts.renewalOn?.value
  const renews = renewal !== undefined && renewal >= days.from && renewal <= days.to
  return {
    reasons:
      syncs.length === 0 ? [] : [`${plural(syncs.length, "meeting")} with the customer in these days.`],
    before: [
      ...syncs.map((meeting) => `Move or hand over ${syncText(meeting, days.today)}.`),
      ...(renews ? (facts.openOpportunities ?? []) : [])
        .filter(({ kind }) => kind === "renewal")
        .map(({ name, stage }) => `Renewal opportunity "${name}"${stage ? ` is in ${stage}` : " is open"}.`),
      ...(facts.supportTickets ?? []).map(
        ({ subject, openedOn }) =>
          `Ticket "${subject}"${openedOn ? `, open since ${nearDate(openedOn, days.today)}` : ""}.`,
      ),
      ...(ae === undefined ? [] : [`Tell ${ae} (AE).`]),
    ],
  }
}

function syncText({ title, on, attendees }: MeetingFact & { on: CalendarDate }, today: CalendarDate): string {
  return `"${title}", ${nearDate(on, today)}${attendees.length > 0 ? `, with ${attendees.join(", ")}` : ""}`
}
