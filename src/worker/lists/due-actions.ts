/** Recommendations that are due: today or earlier. */
import type { AccountSummary } from "~src/domain/assessment"
import type { CalendarDate } from "~src/domain/facts"
import type { DueAction } from "~src/messaging/views/lists"
import type { CareRow } from "../cache/rows"

/** Already a region of its own in the popup. */
const shownElsewhere = new Set(["overdue-contact"])

/** Oldest due first, then the highest tier; without what the user put off or dismissed. */
export function dueActions(summaries: AccountSummary[], care: CareRow[], today: CalendarDate): DueAction[] {
  const careOf = new Map(care.map((row) => [row.id, row]))
  const isHidden = (accountId: string, actionId: string) => {
    const row = careOf.get(`action:${accountId}:${actionId}`)
    return row !== undefined && (row.dismissed !== undefined || (row.snoozedUntil ?? "") > today)
  }
  return summaries
    .flatMap((summary) =>
      (summary.topActions ?? [])
        .filter(({ id, dueOn }) => dueOn !== null && dueOn <= today && !shownElsewhere.has(id))
        .filter(({ id }) => !isHidden(summary.id, id))
        .map(({ id, title, dueOn }) => ({ summary, id, title, dueOn: dueOn ?? today })),
    )
    .sort(
      (a, b) =>
        a.dueOn.localeCompare(b.dueOn) ||
        (a.summary.tierRank ?? 99) - (b.summary.tierRank ?? 99) ||
        a.summary.name.localeCompare(b.summary.name),
    )
    .map(({ summary, id, title, dueOn }) => ({
      accountId: summary.id,
      accountName: summary.name,
      actionId: id,
      title,
      dueOn,
    }))
}
