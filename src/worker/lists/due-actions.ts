/** Recommendations that are due: today or earlier. */
import type { AccountSummary } from "~src/domain/assessment"
import type { CalendarDate } from "~src/domain/facts"
import type { DueAction } from "~src/messaging/views/lists"
import type { CareRow } from "../cache/rows"

import { urgencyFor } from "./standing"

/** Said by a region of its own in the popup. */
const shownElsewhere = new Set(["overdue-contact", "contact-due-soon", "unanswered-customer"])

/** Oldest due first, then the highest tier; without what the user put off or dismissed. */
export function dueActions(
  summaries: AccountSummary[],
  care: CareRow[],
  today: CalendarDate,
  coverFor: (owner: string | undefined) => { coverFor?: string } = () => ({}),
): DueAction[] {
  const careOf = new Map(care.map((row) => [row.id, row]))
  const isHidden = (accountId: string, actionId: string, fingerprint: string | undefined) => {
    const row = careOf.get(`action:${accountId}:${actionId}`)
    if (row === undefined) return false
    // Rows of an earlier version hold no fingerprint: what was dismissed then stays away.
    const dismissed =
      row.dismissed && (fingerprint ?? row.dismissed.fingerprint) === row.dismissed.fingerprint
    return dismissed === true || (row.snoozedUntil ?? "") > today
  }
  return summaries
    .flatMap((summary) =>
      (summary.topActions ?? [])
        .filter(({ id, dueOn }) => dueOn !== null && dueOn <= today && !shownElsewhere.has(id))
        .filter(({ id, fingerprint }) => !isHidden(summary.id, id, fingerprint))
        .map((action) => ({ summary, ...action, dueOn: action.dueOn ?? today })),
    )
    .sort(
      (a, b) =>
        a.dueOn.localeCompare(b.dueOn) ||
        (a.summary.tierRank ?? 99) - (b.summary.tierRank ?? 99) ||
        a.summary.name.localeCompare(b.summary.name),
    )
    .map(({ summary, id, title, dueOn, fingerprint = "" }) => ({
      accountId: summary.id,
      accountName: summary.name,
      actionId: id,
      title,
      dueOn,
      fingerprint,
      band: summary.band,
      tier: summary.tier,
      urgency: urgencyFor(summary, dueOn, today),
      ...coverFor(summary.owner),
    }))
}
