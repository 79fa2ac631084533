/** The plan of the next days as Markdown and as a calendar file. Pure. */
import ical from "ical-generator"

import { shortDate } from "~src/domain/words"
import type { PlanItem, WeekPlan } from "~src/messaging/views/week"
import { week } from "~src/ui/strings/week"

export const itemTitle = ({ kind, title, accountName }: PlanItem) =>
  kind === "contact" ? week.contact(accountName) : `${accountName}: ${title}`

export function planMarkdown({ days, items, today }: WeekPlan): string {
  const parts = days.flatMap((day) => {
    const own = items.filter(({ on }) => on === day)
    if (own.length === 0) return []
    return [
      "",
      `## ${week.day(day)}`,
      ...own.map((item) => `- [ ] ${itemTitle(item)}${lateText(item, today)}`),
    ]
  })
  return [`# ${week.title}`, ...parts, ""].join("\n")
}

export const lateText = ({ dueOn }: PlanItem, today: string) =>
  dueOn !== undefined && dueOn < today ? week.late(shortDate(dueOn, today)) : ""

/**
 * Tasks and contacts as whole-day entries; meetings stand in the calendar already. The same entry has the same id each time, so a second
 * import changes it instead of doubling it.
 * @param stamp when the file is made
 */
export function planCalendar({ items }: WeekPlan, stamp: Date): string {
  const calendar = ical({ name: week.title, prodId: { company: "Account Lens", product: "Account Lens" } })
  for (const item of items) {
    if (item.kind === "meeting") continue
    calendar.createEvent({
      id: `${item.kind}-${item.id}@account-lens`,
      stamp,
      // Noon in UTC lies on the same day in every zone that matters to a whole-day entry.
      start: new Date(`${item.on}T12:00:00Z`),
      allDay: true,
      timezone: "UTC",
      summary: itemTitle(item),
    })
  }
  return calendar.toString()
}
