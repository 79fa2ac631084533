import type { TaskView } from "~src/messaging/contract"
import { useOpen } from "~src/store/view-memory"

import { Disclosure, Menu, Name, RichText, SafeLink } from "../../base"
import { formatDay } from "../../base/format"
import { sourceWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { OutboxLine } from "../shared/OutboxLine"
import { useAccount } from "../shared/panel-context"
import { useTaskWrites } from "./use-task-writes"

const words = panel.tasks

/** A task with its tick, when it is due and where it comes from. */
export function TaskRow({ task }: { task: TaskView }) {
  const { account, today } = useAccount()
  const [open, setOpen] = useOpen(account.id, `task:${task.id}`)
  const { done, toggle, snoozeItems } = useTaskWrites(task)
  const late = !done && task.dueOn !== undefined && task.dueOn < today
  return (
    <li className={done ? "task is-done" : "task"} data-row>
      <label className="task-check">
        <input
          type="checkbox"
          checked={done}
          onChange={toggle}
          aria-label={task.name}
          data-main
          data-key="c"
        />
      </label>
      <div className="row-main">
        <SafeLink href={task.url}>
          <Name className="task-name">{task.name}</Name>
        </SafeLink>
        <span className="row-meta">
          <span className={late ? "late" : undefined}>
            {task.dueOn === undefined
              ? words.noDue
              : late
                ? words.overdue(formatDay(task.dueOn, today))
                : words.due(formatDay(task.dueOn, today))}
          </span>
          {task.mine || !task.assignedToName ? null : (
            <>
              {" · "}
              <Name>{task.assignedToName}</Name>
            </>
          )}
          {task.projectName ? (
            <>
              {" · "}
              <Name>{task.projectName}</Name>
            </>
          ) : null}
          {" · "}
          {sourceWords[task.source]}
        </span>
        {task.body && task.body.length > 0 ? (
          <Disclosure
            className="small"
            open={open}
            onToggle={setOpen}
            summary={<span className="soft">{words.details}</span>}
          >
            <RichText nodes={task.body} />
          </Disclosure>
        ) : null}
        {task.pending ? <OutboxLine item={task.pending} /> : null}
      </div>
      {done || task.pending ? null : (
        <Menu label={words.snooze(task.name)} icon="clock" dataKey="s" items={snoozeItems} />
      )}
    </li>
  )
}
