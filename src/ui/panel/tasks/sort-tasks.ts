import type { TaskView } from "~src/messaging/contract"

/** Mine first, then by due date, undated last, then by name. */
export function sortTasks(tasks: TaskView[]): TaskView[] {
  const far = "9999-12-31"
  return [...tasks].sort(
    (a, b) =>
      Number(b.mine) - Number(a.mine) ||
      (a.dueOn ?? far).localeCompare(b.dueOn ?? far) ||
      a.name.localeCompare(b.name),
  )
}

/** Open for the reader: not completed, or completed here just now and still to be undone. */
export function isListed(task: TaskView): boolean {
  return task.completedAt === undefined || task.pending !== undefined
}

/** Ticked: completed, or a completion is on its way. */
export function isDone(task: TaskView): boolean {
  const { pending } = task
  const onItsWay = pending && pending.state !== "refused"
  if (onItsWay && pending.kind === "task.complete") return true
  if (onItsWay && pending.kind === "task.reopen") return false
  return task.completedAt !== undefined
}
