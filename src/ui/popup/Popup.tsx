import { useAppearance } from "~src/store/use-appearance"
import { useStatus } from "~src/store/use-status"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { useWrite } from "~src/store/use-write"
import { WorkerProvider } from "~src/store/WorkerProvider"

import { ErrorNotice, Skeleton, Toasts } from "../base"
import { MissingNotice } from "../base/MissingNotice"
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
  const { data: view, fault, refetch } = useWorkerQuery("popup.get", {}, ["popup", "outbox", "settings"])
  const { mutate } = useWrite("settings.set")
  // The view brings the status of its moment; what comes after need not keep it waiting.
  const { status: newest } = useStatus({ enabled: view !== undefined })
  const now = useNow()
  useAppearance(view?.settings.appearance)
  const status = newest ?? view?.status
  const connected = status?.vitally.state !== "not-connected"
  const waiting = view?.outbox.filter(({ state }) => state === "waiting" || state === "sending").length ?? 0
  return (
    <div className="popup">
      <PopupHeader searchable={connected} />
      <main className="body" aria-label={popup.title}>
        {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
        {connected ? <MissingNotice status={status} /> : null}
        {!connected || (status && !status.me) ? <Start connected={connected} /> : null}
        {view && connected && status?.me !== null ? (
          <Lists
            view={view}
            settings={view.settings.popup}
            change={(patch) => mutate({ patch }, { onSuccess: () => void refetch() })}
          />
        ) : null}
        {!view && !fault ? <Skeleton lines={6} /> : null}
      </main>
      {status && connected ? <SyncLine status={status} waiting={waiting} now={now} /> : null}
    </div>
  )
}
