import type { CalendarDate } from "~src/domain/facts"
import type { PopupTask } from "~src/messaging/views/lists"

import { Menu, Name, SafeLink } from "../base"
import { formatDay } from "../base/format"
import { sourceWords } from "../strings/base"
import { popup } from "../strings/popup"
import { CustomerName } from "./CustomerName"
import { Standing } from "./Standing"
import { useTaskWrites } from "./use-task-writes"

const words = popup.today

/** One task: its tick, its customer's standing unless the group says it already, when it is due. */
export function TaskItem({
  task,
  today,
  withCustomer,
}: {
  task: PopupTask
  today: CalendarDate
  withCustomer: boolean
}) {
  const { toggle, snoozeItems } = useTaskWrites(task, today)
  const done = task.bucket === "done"
  const waiting = task.pending?.kind === "task.add"
  return (
    <li className={done ? "task is-done" : "task"}>
      <input type="checkbox" aria-label={task.name} checked={done} disabled={waiting} onChange={toggle} />
      <div className="task-main">
        <div className="task-head">
          <SafeLink href={task.url} className="task-name">
            <Name>{task.name}</Name>
          </SafeLink>
          {done || task.dueOn === undefined || task.bucket === "today" ? null : (
            <span className={task.bucket === "overdue" ? "task-due late" : "task-due"}>
              {words.due(formatDay(task.dueOn, today))}
            </span>
          )}
        </div>
        <div className="meta">
          {withCustomer ? <CustomerName accountId={task.accountId} name={task.accountName} /> : null}
          {withCustomer && !done ? <Standing {...task} /> : null}
          {task.source === "salesforce" ? <span>{sourceWords.salesforce}</span> : null}
          {task.mine || !task.assignedToName ? null : <Name>{task.assignedToName}</Name>}
          {task.pending && task.pending.state !== "refused" ? <span>{words.sending}</span> : null}
        </div>
      </div>
      {done || waiting ? null : <Menu label={words.snooze(task.name)} icon="clock" items={snoozeItems} />}
    </li>
  )
}
