import { type SyntheticEvent, useState } from "react"

import type { TaskView } from "~src/messaging/contract"
import { useToasts } from "~src/store/toasts"
import { useQueuedWrite, useWrite } from "~src/store/use-write"
import { useOpen } from "~src/store/view-memory"

import { Disclosure, Menu, Name, RichText, SafeLink } from "../../base"
import { addDays, formatDay } from "../../base/format"
import { sourceWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { nextMonday } from "../actions/next-monday"
import { OutboxLine } from "../OutboxLine"
import { useAccount } from "../panel-context"
import { useGuarded } from "../VisibilityGuard"
import { isDone } from "./sort-tasks"

const words = panel.tasks

/** A task with its tick, when it is due and where it comes from. */
export function TaskRow({ task }: { task: TaskView }) {
  const { account, today } = useAccount()
  const [open, setOpen] = useOpen(account.id, `task:${task.id}`)
  const { done, toggle, snoozeItems } = useTaskWrites(task)
  const late = !done && task.dueOn !== undefined && task.dueOn < today
  return (
    <li className={done ? "task is-done" : "task"}>
      <label className="task-check">
        <input type="checkbox" checked={done} onChange={toggle} aria-label={task.name} />
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
        <Menu label={words.snooze(task.name)} icon="clock" items={snoozeItems} />
      )}
    </li>
  )
}

function useTaskWrites(task: TaskView) {
  const { account, today } = useAccount()
  const guarded = useGuarded()
  const queue = useQueuedWrite()
  const addToast = useToasts(({ add }) => add)
  const { mutateAsync: snooze } = useWrite("task.snooze")
  /** What was just ticked, until the worker's view says it too. */
  const [ticked, setTicked] = useState<boolean | null>(null)
  const ids = { accountId: account.id, taskId: task.id }
  const done = ticked ?? isDone(task)

  const toggle = (event: SyntheticEvent) =>
    guarded(event, () => {
      setTicked(!done)
      const write = done
        ? queue("task.reopen", ids, words.reopened(task.name))
        : queue("task.complete", { ...ids, source: task.source }, words.completed(task.name))
      void write.then(() => setTicked(null))
    })

  const snoozeUntil = (event: SyntheticEvent, until: string) =>
    guarded(event, () => {
      // A promise, not the query library's callback: that one is dropped with this row, which leaves when snoozed.
      void snooze({ ...ids, until }).then(
        () =>
          addToast({
            id: `snooze-${task.id}`,
            text: words.snoozed(task.name, formatDay(until, today)),
            tone: "plain",
            until: Date.now() + 8000,
            undo: () => void snooze({ ...ids, until: null }).catch(() => undefined),
          }),
        () => undefined,
      )
    })

  const snoozeItems = [
    { key: "day", label: panel.actions.snoozeTomorrow, until: addDays(today, 1) },
    { key: "week", label: panel.actions.snoozeWeek, until: nextMonday(today) },
  ].map(({ until, ...item }) => ({ ...item, run: (event: SyntheticEvent) => snoozeUntil(event, until) }))

  return { done, toggle, snoozeItems }
}
