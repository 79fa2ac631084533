import type { AccountSummary } from "~src/domain/assessment"
import { type Standing, type Urgency, urgencyOf } from "~src/domain/day/urgency"
import type { CalendarDate } from "~src/domain/facts"

const unknown: Standing = { tier: null, tierRank: null, band: "unknown" }

/** How pressing work is for this customer; for a task without a customer only its date counts. */
export function urgencyFor(
  summary: AccountSummary | undefined,
  dueOn: CalendarDate | null | undefined,
  today: CalendarDate,
): Urgency {
  return urgencyOf(summary ?? unknown, dueOn ?? null, today)
}
