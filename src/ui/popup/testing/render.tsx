import { render } from "@testing-library/react"
import userEvent from "@testing-library/user-event"

import type { Queued, RequestOf } from "~src/messaging/contract"
import type { PopupView } from "~src/messaging/views/lists"
import { useToasts } from "~src/store/toasts"
import { fakeWorker, type Handlers } from "~test/fakes/worker"

import { Popup } from "../Popup"

/** The popup over a fake worker; `state` may be changed and broadcast. */
export function renderPopup(view: PopupView, handlers: Handlers = {}) {
  useToasts.setState({ toasts: [] })
  const state = { view }
  const queued = (): Queued => ({ outboxId: "o1", sendAfter: new Date(Date.now() + 8000).toISOString() })
  const worker = fakeWorker({
    "popup.get": () => state.view,
    "popup.seen": () => ({}),
    "status.get": () => state.view.status,
    "settings.set": ({ patch }: RequestOf<"settings.set">) => {
      const settings = structuredClone(state.view.settings)
      Object.assign(settings.popup, patch.popup)
      state.view = { ...state.view, settings }
      return settings
    },
    "open.page": () => ({}),
    "task.complete": queued,
    "task.reopen": queued,
    "task.add": queued,
    "task.snooze": () => ({}),
    "action.dismiss": () => ({}),
    "action.restore": () => ({}),
    "action.snooze": () => ({}),
    "touch.log": queued,
    "outbox.undo": () => ({ undone: true }),
    "sync.now": () => ({}),
    ...handlers,
  })
  const user = userEvent.setup()
  const { container } = render(<Popup />)
  const asked = (method: string) => worker.asked.filter(({ m }) => m === method).map(({ p }) => p)
  return { user, state, worker, asked, container }
}
