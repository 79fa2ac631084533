/** What the next days hold for the customers of a book: meetings, tasks and contacts that fall due. From the cache alone. */
import { isChurned } from "~src/domain/book/entry"
import { addDays, dayOf } from "~src/domain/calendar"
import type { PlanItem, WeekPlan } from "~src/messaging/views/week"

import type { WorkerContext } from "../../kernel/context"
import { bookRows, type Who } from "../../lists/book-rows"
import { factsOf } from "../../lists/facts-of"

/** Today and the six days after it. */
const planDays = 7

export async function weekPlan(context: WorkerContext, who: Who): Promise<WeekPlan> {
  const { today, timeZone } = await context.clock()
  const last = addDays(today, planDays - 1)
  const rows = (await bookRows(context, who)).filter((row) => !isChurned(row, today))
  const { facts } = await factsOf(
    context,
    rows.map(({ id }) => id),
  )
  const items = rows.flatMap((row): PlanItem[] => {
    const { id: accountId, name: accountName, contactOverdueOn, contactStatus } = row
    const of = { accountId, accountName }
    const known = facts.get(accountId)
    const meetings = (known?.upcomingMeetings ?? []).flatMap((meeting): PlanItem[] => {
      const on = meeting.on ?? dayOf(meeting.at, timeZone)
      if (!on || on < today || on > last) return []
      return [
        {
          ...of,
          id: meeting.id,
          kind: "meeting",
          on,
          at: meeting.at,
          title: meeting.title,
          attendees: meeting.attendees,
        },
      ]
    })
    const tasks = (known?.tasks ?? []).flatMap((task): PlanItem[] => {
      const { id, name, dueOn, completedAt } = task
      if (completedAt !== undefined || dueOn === undefined || dueOn > last) return []
      return [
        { ...of, id, kind: "task", on: dueOn < today ? today : dueOn, dueOn, title: name, attendees: [] },
      ]
    })
    const isContactDue =
      contactOverdueOn !== undefined && contactOverdueOn <= last && contactStatus !== "exempt"
    const contact: PlanItem[] = isContactDue
      ? [
          {
            ...of,
            id: `contact-${accountId}`,
            kind: "contact",
            on: contactOverdueOn < today ? today : contactOverdueOn,
            dueOn: contactOverdueOn,
            title: "",
            attendees: [],
          },
        ]
      : []
    return [...meetings, ...tasks, ...contact]
  })
  return {
    today,
    days: Array.from({ length: planDays }, (_, nth) => addDays(today, nth)),
    items: items.sort(
      (a, b) =>
        a.on.localeCompare(b.on) ||
        (a.at ?? "~").localeCompare(b.at ?? "~") ||
        (a.dueOn ?? "").localeCompare(b.dueOn ?? "") ||
        a.accountName.localeCompare(b.accountName),
    ),
  }
}
