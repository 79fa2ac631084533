/** Contacts logged here that the service may not know yet: they count at once. */
import type { AccountSummary } from "~src/domain/assessment"
import { addDays, dayOf, dayOfMs, daysBetween } from "~src/domain/calendar"
import type { CalendarDate, Clock } from "~src/domain/facts"
import type { OutboxRow } from "../cache/rows"

/** The monthly promise, for a customer whose own window cannot be read off its row. */
const promiseDays = 30

/**
 * The newest logged contact of each account, as a day in the clock's zone. A customer's own message is no contact by
 * us, and a refused write never arrived: neither counts.
 */
export function loggedTouches(outbox: OutboxRow[], clock: Clock): Map<string, CalendarDate> {
  const newest = new Map<string, CalendarDate>()
  for (const { kind, state, accountId, payload, createdAt } of outbox) {
    if (kind !== "touch.log" || state === "refused" || payload.direction === "inbound") continue
    // Vitally's note says the moment, Salesforce's task the day.
    const at = payload.at ?? payload.on
    const said = typeof at === "string" ? dayOf(at, clock.timeZone) : null
    const day = said ?? dayOfMs(createdAt, clock.timeZone)
    if (day === null || day > clock.today) continue
    if (day > (newest.get(accountId) ?? "")) newest.set(accountId, day)
  }
  return newest
}

/**
 * The first day on which a customer is overdue, a contact on `touchedOn` included: the account's own window, counted
 * anew. Undefined where it never comes due.
 */
export function overdueOnAfter(
  summary: Pick<AccountSummary, "contactOverdueOn" | "lastContactOn">,
  touchedOn: CalendarDate | undefined,
): CalendarDate | undefined {
  const { contactOverdueOn, lastContactOn } = summary
  if (contactOverdueOn === undefined || touchedOn === undefined) return contactOverdueOn
  if (lastContactOn !== undefined && touchedOn <= lastContactOn) return contactOverdueOn
  const window = lastContactOn === undefined ? promiseDays : daysBetween(lastContactOn, contactOverdueOn)
  const after = addDays(touchedOn, window)
  return after > contactOverdueOn ? after : contactOverdueOn
}
