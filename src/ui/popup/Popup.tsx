import { useAppearance } from "~src/store/use-appearance"
import { useSettings } from "~src/store/use-settings"
import { useStatus } from "~src/store/use-status"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { WorkerProvider } from "~src/store/WorkerProvider"

import { ErrorNotice, Skeleton, Toasts } from "../base"
import { popup } from "../strings/popup"
import { Lists } from "./Lists"
import { PopupHeader } from "./PopupHeader"
import { Start } from "./Start"
import { SyncLine } from "./SyncLine"
import { useNow } from "~src/ui/base/use-now"

/** The toolbar popup: the day at a glance. */
export function Popup() {
  return (
    <WorkerProvider>
      <Body />
      <Toasts />
    </WorkerProvider>
  )
}

function Body() {
  const { settings, change } = useSettings()
  const { data: view, fault, refetch } = useWorkerQuery("popup.get", {}, ["popup", "outbox", "settings"])
  const { status: newest } = useStatus()
  const now = useNow()
  useAppearance(settings?.appearance)
  const status = newest ?? view?.status
  const connected = status?.vitally.state !== "not-connected"
  const waiting = view?.outbox.filter(({ state }) => state === "waiting" || state === "sending").length ?? 0
  return (
    <div className="popup">
      <PopupHeader searchable={connected} />
      <main className="body" aria-label={popup.title}>
        {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
        {!connected || (status && !status.me) ? <Start connected={connected} /> : null}
        {view && settings && connected && status?.me !== null ? (
          <Lists view={view} settings={settings.popup} change={change} />
        ) : null}
        {!view && !fault ? <Skeleton lines={6} /> : null}
      </main>
      {status && connected ? <SyncLine status={status} waiting={waiting} now={now} /> : null}
    </div>
  )
}
