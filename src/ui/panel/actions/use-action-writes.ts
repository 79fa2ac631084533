import type { SyntheticEvent } from "react"

import type { Action } from "~src/domain/assessment"
import type { CalendarDate } from "~src/domain/facts"
import { useToasts } from "~src/store/toasts"
import { useQueuedWrite, useWrite } from "~src/store/use-write"

import { formatDay } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { useGuarded } from "../shared/VisibilityGuard"

const words = panel.actions
const toastMs = 8000
/** `useWrite` has already shown the refusal. */
const told = () => undefined

/**
 * Everything that can be done with a recommendation. All but steps can be undone for 8 s. Promises, not the query library's
 * callbacks: those are dropped with the card, which leaves as soon as it is put away.
 */
export function useActionWrites() {
  const { account, today } = useAccount()
  const accountId = account.id
  const guarded = useGuarded()
  const queue = useQueuedWrite()
  const addToast = useToasts(({ add }) => add)
  const { mutate: step } = useWrite("action.step")
  const { mutateAsync: snooze } = useWrite("action.snooze")
  const { mutateAsync: dismiss } = useWrite("action.dismiss")
  const { mutate: bringBack } = useWrite("action.restore")

  const say = (action: Action, text: string) =>
    addToast({
      id: `action-${action.id}`,
      text,
      tone: "plain",
      until: Date.now() + toastMs,
      undo: () => bringBack({ accountId, actionId: action.id }),
    })

  return {
    step: (event: SyntheticEvent, action: Action, stepId: string, done: boolean) =>
      guarded(event, () => step({ accountId, actionId: action.id, stepId, done })),
    snooze: (event: SyntheticEvent, action: Action, until: CalendarDate) =>
      guarded(event, () => {
        const text = words.snoozed(action.title, formatDay(until, today))
        void snooze({ accountId, actionId: action.id, until }).then(() => say(action, text), told)
      }),
    dismiss: (event: SyntheticEvent, action: Action, reason: string) =>
      guarded(event, () => {
        const request = { accountId, actionId: action.id, fingerprint: action.fingerprint, reason }
        void dismiss(request).then(() => say(action, words.dismissed(action.title)), told)
      }),
    restore: (event: SyntheticEvent, action: Action) =>
      guarded(event, () => bringBack({ accountId, actionId: action.id })),
    makeTask: (event: SyntheticEvent, action: Action) =>
      guarded(event, () => {
        void queue(
          "task.add",
          {
            accountId,
            actionId: action.id,
            name: action.title,
            note: action.why,
            steps: action.steps.map(({ text }) => text),
            // What has been due for days is due today as a task: none begins late.
            ...(action.dueOn ? { dueOn: action.dueOn < today ? today : action.dueOn } : {}),
          },
          words.madeTask(action.title),
        )
      }),
    startProject: (event: SyntheticEvent, action: Action, templateName: string) =>
      guarded(event, () => {
        const template = account.projectTemplates.find(({ name }) => name === templateName)
        void queue(
          "project.start",
          { accountId, actionId: action.id, templateName, ...(template ? { templateId: template.id } : {}) },
          words.started(templateName),
        )
      }),
  }
}
