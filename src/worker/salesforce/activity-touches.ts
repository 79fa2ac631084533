/** Closed tasks and past events as touches (facts: salesforce-api, section 6). */
import type { SalesforceRecord } from "./api/query-page"
import { dayOf } from "~src/domain/calendar"
import type { Channel, Touch } from "~src/domain/facts"
import { salesforceRecordUrl, toId18 } from "~src/hosts"

import type { SalesforceAccountBody } from "./account-body"
import { dateOf, nameOf, textOf } from "./record-values"
import type { SalesforceContext } from "./salesforce-context"

/** Under this, followed by the Vitally account's id, the newest activity of an account is kept in the touches store. */
export const bookTouchPrefix = "salesforce-activity:"

/** Newest first is not promised; future ones are left out by the rules, undated ones here. */
export function activityTouches(body: SalesforceAccountBody, context: SalesforceContext): Touch[] {
  return [
    ...body.closedTasks.map((row) =>
      touch(row, textOf(row.CompletedDateTime) ?? dateOf(row.ActivityDate), taskChannel(row)),
    ),
    ...body.pastEvents.map((row) => touch(row, eventTime(row), "meeting")),
  ].filter((row): row is Touch => row !== null)

  function touch(row: SalesforceRecord, at: string | undefined, channel: Channel): Touch | null {
    const on = at ? dayOf(at, context.timeZone) : null
    if (!at || !on) return null
    const id = textOf(row.Id)
    const id18 = id ? toId18(id) : null
    const url = id18
      ? salesforceRecordUrl(context.apiHost, id18, channel === "meeting" ? "Event" : "Task")
      : null
    const who = nameOf(row.Who) ?? nameOf(row.Owner)
    const subject = textOf(row.Subject)
    return {
      at,
      on,
      channel,
      direction: "unknown",
      automatic: false,
      source: "salesforce",
      ...(id && { id: `salesforce:${id18 ?? id}` }),
      ...(who && { who }),
      ...(subject && { subject }),
      ...(url && { url }),
      ...(context.userId !== undefined && row.OwnerId === context.userId && { byMe: true }),
    }
  }
}

/** An all-day event has only its day; its StartDateTime is midnight in UTC and would fall on the day before. */
function eventTime(row: SalesforceRecord): string | undefined {
  if (row.IsAllDayEvent === true) return dateOf(row.ActivityDate)
  return textOf(row.StartDateTime) ?? dateOf(row.ActivityDate)
}

function taskChannel(row: SalesforceRecord): Channel {
  const kind = textOf(row.TaskSubtype)?.toLowerCase()
  if (kind === "email" || kind === "listemail") return "email"
  if (kind === "call") return "call"
  const subject = textOf(row.Subject)?.toLowerCase() ?? ""
  if (/^(e-?mail|re:|fwd?:)/.test(subject)) return "email"
  if (subject.includes("slack")) return "slack"
  if (subject.includes("zoom")) return "zoom"
  if (/\bcall\b/.test(subject)) return "call"
  return "other"
}
