import type { PanelRequest } from "~src/store/use-panel"
import { usePanel } from "~src/store/use-panel"
import { useAppearance } from "~src/store/use-appearance"
import { useOrphan } from "~src/store/use-orphan"
import { useSettings } from "~src/store/use-settings"
import { useWrite } from "~src/store/use-write"

import { Toasts } from "../base"
import { panel } from "../strings/panel"
import { AccountPanel } from "./AccountPanel"
import { EdgeTab } from "./edge/EdgeTab"
import { useForm } from "./edge/use-form"
import { LoadingPanel } from "./states/LoadingPanel"
import { FaultNotice } from "./states/FaultNotice"
import { NoAccountView } from "./states/NoAccountViews"

interface Props {
  request: PanelRequest
  /** Opens Chrome's side panel within a click, false where Chrome refuses; absent where that can't be done. */
  openSidePanel?: () => Promise<boolean>
}

/** The panel, wherever it stands: in a frame, in Chrome's side panel, in a tab. */
export function Panel({ request, openSidePanel }: Props) {
  const { state, fault, retry } = usePanel(request)
  const { settings, fault: settingsFault } = useSettings()
  const form = useForm()
  const orphan = useOrphan(fault ?? settingsFault)
  const { mutate: pin } = useWrite("panel.pin")
  useAppearance(settings?.appearance)
  // A section order that came late would move everything: the settings are waited for, they come just as fast.
  const waiting = settings === undefined && settingsFault === null

  if (orphan) return <Blank text={panel.states.updated} />
  if (form !== "panel")
    return (
      <main className="panel-edge" aria-label={panel.name}>
        <h1 className="sr-only">{panel.name}</h1>
        <EdgeTab state={state} fault={fault} isPeek={form === "peek"} />
      </main>
    )
  return (
    <main className="panel" aria-label={panel.name}>
      {fault ? (
        <div className="notices">
          {state === undefined ? <h1 className="sr-only">{panel.name}</h1> : null}
          <FaultNotice fault={fault} onRetry={retry} />
        </div>
      ) : null}
      {state === undefined || waiting ? (
        fault ? null : (
          <LoadingPanel settings={settings} />
        )
      ) : state.view.kind === "account" ? (
        <AccountPanel
          key={state.view.account.id}
          account={state.view.account}
          state={state}
          settings={settings}
          openSidePanel={openSidePanel}
          onPin={(accountId) => pin({ accountId, ...windowOf(request) }, { onSuccess: retry })}
        />
      ) : (
        <NoAccountView view={state.view} settings={settings} onRetry={retry} />
      )}
      <Toasts />
    </main>
  )
}

/** Chrome's side panel pins for its window, a frame for the tab that the worker knows. */
function windowOf({ windowId }: PanelRequest) {
  return windowId === undefined ? {} : { windowId }
}

/** Nothing of a customer is left in the page; one hint says what to do. */
function Blank({ text }: { text: string }) {
  return (
    <main className="panel" aria-label={panel.name}>
      <p className="blank" role="alert">
        {text}
      </p>
    </main>
  )
}
