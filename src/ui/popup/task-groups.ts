/** How the day's tasks are put together on screen. Pure. */
import type { Band } from "~src/domain/assessment"
import type { PopupTask } from "~src/messaging/views/lists"

export interface TaskGroup {
  key: string
  /** A bucket, or a customer. */
  kind: "due" | "customer"
  bucket?: PopupTask["bucket"]
  customer?: {
    accountId: string
    name: string
    tier: string | null
    band: Band
    daysSinceContact: number | null
  }
  tasks: PopupTask[]
}

/** Open tasks: overdue, today and, where wanted, the week. Done ones are shown apart. */
export function openTasks(tasks: PopupTask[], week: boolean): PopupTask[] {
  return tasks.filter(({ bucket }) => bucket !== "done" && (week || bucket !== "week"))
}

/** Keeps the worker's order inside a group; groups by due date come oldest first, customers as their first task. */
export function groupTasks(tasks: PopupTask[], by: "customer" | "due"): TaskGroup[] {
  return by === "due" ? byDue(tasks) : byCustomer(tasks)
}

function byDue(tasks: PopupTask[]): TaskGroup[] {
  return (["overdue", "today", "week", "undated"] as const).flatMap((bucket) => {
    const own = tasks.filter((task) => task.bucket === bucket)
    return own.length > 0 ? [{ key: bucket, kind: "due" as const, bucket, tasks: own }] : []
  })
}

function byCustomer(tasks: PopupTask[]): TaskGroup[] {
  const groups = new Map<string, TaskGroup>()
  for (const task of tasks) {
    const { accountId, accountName, tier, band, daysSinceContact } = task
    const group = groups.get(accountId) ?? {
      key: accountId,
      kind: "customer" as const,
      customer: { accountId, name: accountName, tier, band, daysSinceContact },
      tasks: [],
    }
    group.tasks.push(task)
    groups.set(accountId, group)
  }
  return [...groups.values()]
}
