import type { CalendarDate } from "~src/domain/facts"
import { useToasts } from "~src/store/toasts"
import { useQueuedWrite, useWrite } from "~src/store/use-write"

import { addDays, formatDate, formatDay } from "../base/format"
import { nextMonday } from "../base/next-monday"
import { popup } from "../strings/popup"
import type { DayItem } from "./day-items"

const words = popup.today
const undoMs = 8000

/** What can be done with a piece of work: tick, untick, put off; each can be undone. */
export function useItemWrites(item: DayItem, today: CalendarDate) {
  const queue = useQueuedWrite()
  const addToast = useToasts(({ add }) => add)
  const { mutate: snoozeTask } = useWrite("task.snooze")
  const { mutate: snoozeAction } = useWrite("action.snooze")
  const { mutate: dismiss } = useWrite("action.dismiss")
  const { mutate: restore } = useWrite("action.restore")
  const { accountId, accountName, name } = item

  const tell = (id: string, text: string, undo: () => void) => () =>
    addToast({ id, text, tone: "plain", until: Date.now() + undoMs, undo })

  const toggle = () => {
    const done = words.completed(name, accountName)
    if (item.kind === "action") {
      const { actionId, fingerprint } = item.action
      dismiss(
        { accountId, actionId, fingerprint, reason: words.alreadyDone },
        { onSuccess: tell(item.key, done, () => restore({ accountId, actionId })) },
      )
      return
    }
    const { id, bucket, source } = item.task
    void (bucket === "done"
      ? queue("task.reopen", { accountId, taskId: id }, words.reopened(name))
      : queue("task.complete", { accountId, taskId: id, source }, done))
  }

  const putOff = (until: CalendarDate | null, then?: { onSuccess: () => void }) =>
    item.kind === "task"
      ? snoozeTask({ accountId, taskId: item.task.id, until }, then)
      : snoozeAction({ accountId, actionId: item.action.actionId, until }, then)

  const snooze = (until: CalendarDate) =>
    putOff(until, {
      onSuccess: tell(`snooze-${item.key}`, words.snoozed(name, formatDay(until, today)), () => putOff(null)),
    })

  const snoozeItems = [
    { key: "day", label: words.tomorrow, until: addDays(today, 1) },
    { key: "week", label: words.nextWeek, until: nextMonday(today) },
    { key: "two", label: words.inTwoWeeks, until: addDays(today, 14) },
  ].map(({ until, ...entry }) => ({ ...entry, hint: formatDate(until, today), run: () => snooze(until) }))

  return { toggle, snoozeItems }
}
