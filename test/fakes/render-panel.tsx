/** Renders the whole panel over a fake worker. */
import { render, screen, within } from "@testing-library/react"
import userEvent from "@testing-library/user-event"

import type { PanelState } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import { useToasts } from "~src/store/toasts"
import type { PanelRequest } from "~src/store/use-panel"
import { useViewMemory } from "~src/store/view-memory"
import { WorkerProvider } from "~src/store/WorkerProvider"
import { Panel } from "~src/ui/panel/Panel"
import { settings as usualSettings } from "~test/fixtures/panel/account-view"

import { type FakeWorker, fakeWorker, type Handlers } from "./worker"

export interface RenderedPanel {
  worker: FakeWorker
  user: ReturnType<typeof userEvent.setup>
  container: HTMLElement
  /** The requests of one method so far. */
  asked: (method: string) => unknown[]
  setState: (state: PanelState) => void
}

export interface PanelOptions {
  handlers?: Handlers
  settings?: Settings
  request?: PanelRequest
  openSidePanel?: () => Promise<boolean>
}

const queued = () => ({ outboxId: "o-new", sendAfter: new Date(Date.now() + 8000).toISOString() })

/** Settings changes are kept and broadcast, as the worker does. */
export function renderPanel(first: PanelState, options: PanelOptions = {}): RenderedPanel {
  useToasts.setState({ toasts: [] })
  useViewMemory.setState({ accounts: {} })
  let state = first
  let settings = options.settings ?? usualSettings()
  const worker = fakeWorker({
    "panel.get": () => state,
    "settings.get": () => settings,
    "settings.set": ({ patch }) => {
      settings = { ...settings, panel: { ...settings.panel, ...(patch.panel as Settings["panel"]) } }
      return settings
    },
    "status.get": () => ({ online: true }),
    "task.complete": queued,
    "task.reopen": queued,
    "task.add": queued,
    "touch.log": queued,
    "trait.set": queued,
    "project.start": queued,
    "outbox.undo": () => ({ undone: true }),
    "action.step": () => ({}),
    "renewal.step": () => ({}),
    "panel.pin": () => ({}),
    "panel.leave": () => ({}),
    "action.snooze": () => ({}),
    "action.dismiss": () => ({}),
    "action.restore": () => ({}),
    "task.snooze": () => ({}),
    "open.page": () => ({}),
    "gate.command": () => ({}),
    "account.refresh": () => ({ started: true }),
    ...options.handlers,
  })
  const { container } = render(
    <WorkerProvider>
      <Panel
        request={options.request ?? {}}
        {...(options.openSidePanel ? { openSidePanel: options.openSidePanel } : {})}
      />
    </WorkerProvider>,
  )
  return {
    worker,
    user: userEvent.setup(),
    container,
    asked: (method) => worker.asked.filter(({ m }) => m === method).map(({ p }) => p),
    setState: (next) => {
      state = next
    },
  }
}

/** Waits for one of the panel's regions. */
export async function region(name: string) {
  return within(await screen.findByRole("region", { name }))
}
