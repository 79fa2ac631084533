import { waitingText } from "~src/domain/contact/waiting-text"
import type { AccountView } from "~src/messaging/contract"

import { useTime } from "../../base/use-now"

const hourMs = 3_600_000

/** The account with the hours its customer waits for an answer as they are now, not as they were when the worker was asked. */
export function useWaitingClock(account: AccountView): AccountView {
  const { assessment, actions } = account
  const { contact, name } = assessment
  const { waiting } = contact
  const hours = useTime((now) => (waiting ? Math.floor((now - Date.parse(waiting.since)) / hourMs) : 0))
  if (!waiting || hours <= waiting.hours) return account
  const text = waitingText(name, hours, waiting.promiseHours)
  const late = hours > waiting.promiseHours
  return {
    ...account,
    assessment: { ...assessment, contact: { ...contact, waiting: { ...waiting, hours, late, text } } },
    // The recommendation to answer says it in the same words.
    actions: actions.map((action) => (action.why === waiting.text ? { ...action, why: text } : action)),
  }
}
