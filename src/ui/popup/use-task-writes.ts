import type { CalendarDate } from "~src/domain/facts"
import type { PopupTask } from "~src/messaging/views/lists"
import { useToasts } from "~src/store/toasts"
import { useQueuedWrite, useWrite } from "~src/store/use-write"

import { addDays, formatDate, formatDay } from "../base/format"
import { nextMonday } from "../base/next-monday"
import { popup } from "../strings/popup"

const words = popup.today
const undoMs = 8000

/** What can be done with a task here: tick, untick, put off; each can be undone. */
export function useTaskWrites(task: PopupTask, today: CalendarDate) {
  const queue = useQueuedWrite()
  const addToast = useToasts(({ add }) => add)
  const { mutate: snooze } = useWrite("task.snooze")
  const ids = { accountId: task.accountId, taskId: task.id }

  const toggle = () =>
    void (task.bucket === "done"
      ? queue("task.reopen", ids, words.reopened(task.name))
      : queue("task.complete", { ...ids, source: task.source }, words.completed(task.name)))

  const snoozeUntil = (until: CalendarDate) =>
    snooze(
      { ...ids, until },
      {
        onSuccess: () =>
          addToast({
            id: `snooze-${task.id}`,
            text: words.snoozed(task.name, formatDay(until, today)),
            tone: "plain",
            until: Date.now() + undoMs,
            undo: () => snooze({ ...ids, until: null }),
          }),
      },
    )

  const snoozeItems = [
    { key: "day", label: words.tomorrow, until: addDays(today, 1) },
    { key: "week", label: words.nextWeek, until: nextMonday(today) },
    { key: "two", label: words.inTwoWeeks, until: addDays(today, 14) },
  ].map(({ until, ...item }) => ({ ...item, hint: formatDate(until, today), run: () => snoozeUntil(until) }))

  return { toggle, snoozeItems }
}
