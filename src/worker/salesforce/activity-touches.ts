/** Closed tasks and past events as touches (facts: salesforce-api, section 6). */
import type { SalesforceRecord } from "./api/query-page"
import { dayOf } from "~src/domain/calendar"
import { judgeActivity, type ActivityFacts } from "~src/domain/evidence/activity"
import { judgeMeeting } from "~src/domain/evidence/meeting"
import { isAutomated, type Judgement } from "~src/domain/verdict"
import type { Channel, Touch } from "~src/domain/facts"
import type { EvidencePolicy } from "~src/domain/policy/policy"
import { salesforceRecordUrl, toId18 } from "~src/hosts"

import type { SalesforceAccountBody } from "./account-body"
import { dateOf, nameOf, textOf } from "./record-values"
import type { SalesforceContext } from "./salesforce-context"

/** Under this, followed by the Vitally account's id, the newest activity of an account is kept in the touches store. */
export const bookTouchPrefix = "salesforce-activity:"

/** Newest first is not promised; future ones are left out by the rules, undated ones here. */
export function activityTouches(
  body: Pick<SalesforceAccountBody, "closedTasks" | "pastEvents">,
  context: SalesforceContext,
  policy: EvidencePolicy,
): Touch[] {
  const words = { gives: policy.activities, takes: policy.takesAway }
  const seen = new Set<string>()
  return [
    ...body.closedTasks.map((row) => {
      const { at, channel, ...found } = judgeActivity(activityOf(row), words, context.timeZone)
      return touch(row, at, channel, found)
    }),
    ...body.pastEvents.filter(isMeetingItself).map((row) => {
      const title = textOf(row.Subject) ?? ""
      const facts = { title, cancelled: false, proof: true, participants: [], customers: 1 }
      const { reason, ...found } = judgeMeeting(facts, policy.eventFrom)
      const at = row.IsAllDayEvent === true ? dateOf(row.ActivityDate) : (eventEnd(row) ?? eventTime(row))
      return touch(
        row,
        at,
        "meeting",
        { ...found, reason: reason === "recorded" ? "took-place" : reason },
        eventTime(row),
      )
    }),
  ].filter((row): row is Touch => {
    // The same meeting of two colleagues is one.
    const key = row === null ? "" : `${row.channel} ${row.subject ?? ""} ${row.at}`
    if (row === null || (row.channel === "meeting" && seen.has(key))) return false
    seen.add(key)
    return true
  })

  function touch(
    row: SalesforceRecord,
    at: string | undefined,
    channel: Channel,
    found: Judgement,
    started = at,
  ): Touch | null {
    const on = started ? dayOf(started, context.timeZone) : null
    if (!at || !on) return null
    const id = textOf(row.Id)
    const id18 = id ? toId18(id) : null
    const url = id18
      ? salesforceRecordUrl(context.apiHost, id18, channel === "meeting" ? "Event" : "Task")
      : null
    const person = nameOf(row.Who)
    const who = person ?? nameOf(row.Owner)
    const subject = textOf(row.Subject)
    return {
      at,
      on,
      channel,
      direction: "unknown",
      automatic: isAutomated(found),
      verdict: found.verdict,
      reason: found.reason,
      source: "salesforce",
      ...(id && { id: `salesforce:${id18 ?? id}` }),
      ...(who && { who }),
      ...(person && { with: [person.toLowerCase()] }),
      ...(subject && { subject }),
      ...(url && { url }),
      ...(context.userId !== undefined && row.OwnerId === context.userId && { byMe: true }),
    }
  }
}

function activityOf(row: SalesforceRecord): ActivityFacts {
  return {
    subtype: textOf(row.TaskSubtype) ?? "",
    type: textOf(row.Type) ?? "",
    subject: textOf(row.Subject) ?? "",
    activityOn: dateOf(row.ActivityDate),
    completedAt: textOf(row.CompletedDateTime),
    createdAt: textOf(row.CreatedDate),
  }
}

/** Salesforce keeps a copy for each invitee, and a series' own row, which stands for no single meeting. */
export const isMeetingItself = (row: SalesforceRecord) => row.IsChild !== true && row.IsRecurrence !== true

/** An all-day event has only its day; its StartDateTime is midnight in UTC and would fall on the day before. */
function eventTime(row: SalesforceRecord): string | undefined {
  if (row.IsAllDayEvent === true) return dateOf(row.ActivityDate)
  return textOf(row.StartDateTime) ?? dateOf(row.ActivityDate)
}

/** A meeting is contact once it is over. */
function eventEnd(row: SalesforceRecord): string | undefined {
  const [start, end] = [textOf(row.StartDateTime), textOf(row.EndDateTime)]
  return start !== undefined && end !== undefined && end > start && end.slice(0, 10) === start.slice(0, 10)
    ? end
    : undefined
}
