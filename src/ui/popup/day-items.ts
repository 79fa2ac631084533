/** The day's work as one list: tasks and recommendations, however they came about. Pure. */
import type { Band } from "~src/domain/assessment"
import type { CalendarDate } from "~src/domain/facts"
import { topOf } from "~src/domain/day/top"
import type { Urgency } from "~src/domain/day/urgency"
import type { DueAction, PopupTask, PopupView } from "~src/messaging/views/lists"

interface Common {
  key: string
  accountId: string
  accountName: string
  name: string
  dueOn?: CalendarDate
  band: Band
  urgency: Urgency
  coverFor?: string
}

export type DayItem = Common & ({ kind: "task"; task: PopupTask } | { kind: "action"; action: DueAction })

export interface CustomerGroup {
  accountId: string
  name: string
  band: Band
  items: DayItem[]
  late: number
}

/** Everything due by today and still open, most pressing first. A recommendation that is a task already is said once. */
export function dueItems({ tasks, dueActions }: Pick<PopupView, "tasks" | "dueActions">): DayItem[] {
  const due = tasks.filter(({ bucket }) => bucket === "overdue" || bucket === "today")
  const open = new Set(
    tasks.filter(({ bucket }) => bucket !== "done").map(({ accountId, name }) => `${accountId} ${name}`),
  )
  const actions = dueActions.filter(({ accountId, title }) => !open.has(`${accountId} ${title}`))
  return [...due.map(taskItem), ...actions.map(actionItem)].sort((a, b) => b.urgency.score - a.urgency.score)
}

export function taskItem(task: PopupTask): DayItem {
  const { id, accountId, accountName, name, dueOn, band, urgency, coverFor } = task
  return {
    kind: "task",
    task,
    key: `task:${id}`,
    accountId,
    accountName,
    name,
    band,
    urgency,
    ...(dueOn !== undefined && { dueOn }),
    ...(coverFor !== undefined && { coverFor }),
  }
}

function actionItem(action: DueAction): DayItem {
  const { accountId, accountName, actionId, title, dueOn, band, urgency, coverFor } = action
  return {
    kind: "action",
    action,
    key: `action:${accountId}:${actionId}`,
    accountId,
    accountName,
    name: title,
    band,
    urgency,
    ...(dueOn !== null && { dueOn }),
    ...(coverFor !== undefined && { coverFor }),
  }
}

/** The first few, and the others by customer in the order of their most pressing item. */
export function splitDay(items: DayItem[], today: CalendarDate): { top: DayItem[]; rest: CustomerGroup[] } {
  const top = topOf(items)
  const shown = new Set(top.map(({ key }) => key))
  return {
    top,
    rest: byCustomer(
      items.filter(({ key }) => !shown.has(key)),
      today,
    ),
  }
}

function byCustomer(items: DayItem[], today: CalendarDate): CustomerGroup[] {
  const groups = new Map<string, CustomerGroup>()
  for (const item of items) {
    const { accountId, accountName: name, band, dueOn } = item
    const group = groups.get(accountId) ?? { accountId, name, band, items: [], late: 0 }
    group.items.push(item)
    if (dueOn !== undefined && dueOn < today) group.late += 1
    groups.set(accountId, group)
  }
  return [...groups.values()]
}
