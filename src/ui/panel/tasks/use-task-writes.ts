import { type SyntheticEvent, useState } from "react"

import type { TaskView } from "~src/messaging/contract"
import { useToasts } from "~src/store/toasts"
import { useQueuedWrite, useWrite } from "~src/store/use-write"

import { addDays, formatDay } from "../../base/format"
import { nextMonday } from "../../base/next-monday"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { useGuarded } from "../shared/VisibilityGuard"
import { isDone } from "./sort-tasks"

const words = panel.tasks

/** Whether a task is ticked, its tick, and what puts it off; each with the way back. */
export function useTaskWrites(task: TaskView) {
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
