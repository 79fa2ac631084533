/** "6 of 46 done": how much of the day's work is finished. */
import type { AccountSummary } from "~src/domain/assessment"
import { dayOf } from "~src/domain/calendar"
import type { Clock } from "~src/domain/facts"
import type { PopupView } from "~src/messaging/views/lists"
import type { CareRow, OutboxRow } from "../cache/rows"

import { loggedTouches } from "./logged-touches"

type Day = Pick<PopupView, "tasks" | "waiting" | "overdue" | "dueActions">

/**
 * Tasks, recommendations, overdue contacts and unanswered messages. Every customer contacted today counts as one done,
 * also if nothing was due: the number only grows through the day.
 */
export function progressOf(
  { tasks, waiting, overdue, dueActions }: Day,
  {
    summaries,
    outbox,
    care,
    clock,
  }: { summaries: AccountSummary[]; outbox: OutboxRow[]; care: CareRow[]; clock: Clock },
): { doneToday: number; totalToday: number } {
  const contacted = new Set(
    summaries.filter(({ lastContactOn }) => lastContactOn === clock.today).map(({ id }) => id),
  )
  const mine = new Set(summaries.map(({ id }) => id))
  for (const [id, day] of loggedTouches(outbox, clock))
    if (day === clock.today && mine.has(id)) contacted.add(id)
  const settled = care.filter(
    ({ dismissed, accountId }) =>
      dismissed !== undefined && mine.has(accountId) && dayOf(dismissed.at, clock.timeZone) === clock.today,
  )
  const doneToday = tasks.filter(({ bucket }) => bucket === "done").length + contacted.size + settled.length
  const open =
    tasks.filter(({ bucket }) => bucket === "overdue" || bucket === "today").length +
    dueActions.length +
    overdue.length +
    waiting.length
  return { doneToday, totalToday: doneToday + open }
}
