import { useRef, useState } from "react"

import { useAppearance } from "~src/store/use-appearance"
import { useStatus } from "~src/store/use-status"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { useWrite } from "~src/store/use-write"
import { WorkerProvider } from "~src/store/WorkerProvider"

import { ErrorNotice, Skeleton, Toasts } from "../base"
import { MissingNotice } from "../base/MissingNotice"
import { ShortcutsDialog } from "../base/ShortcutsDialog"
import { useNow } from "../base/use-now"
import { useRowKeys } from "../base/use-row-keys"
import { popup } from "../strings/popup"
import { DayBar } from "./DayBar"
import { Foot } from "./Foot"
import { Lists } from "./Lists"
import { PopupHeader } from "./PopupHeader"
import { Start } from "./Start"
import { StateLine } from "./StateLine"

/** The toolbar popup: the day at a glance. */
export function Popup() {
  return (
    <WorkerProvider>
      <Body />
    </WorkerProvider>
  )
}

function Body() {
  const { data: view, fault, refetch } = useWorkerQuery("popup.get", {}, ["popup", "outbox", "settings"])
  const { mutate } = useWrite("settings.set")
  const change = (patch: Parameters<typeof mutate>[0]["patch"]) =>
    mutate({ patch }, { onSuccess: () => void refetch() })
  // The view brings the status of its moment; what comes after need not keep it waiting.
  const { status: newest } = useStatus({ enabled: view !== undefined })
  const now = useNow()
  const box = useRef<HTMLDivElement>(null)
  const [help, setHelp] = useState(false)
  useAppearance(view?.settings.appearance)
  const status = newest ?? view?.status
  const connected = status?.vitally.state !== "not-connected"
  const ready = view !== undefined && connected && status?.me !== null
  const keys = view?.settings.keys ?? true
  const waiting = view?.outbox.filter(({ state }) => state === "waiting" || state === "sending").length ?? 0
  useRowKeys(box, {
    on: keys,
    more: {
      "/": () => box.current?.querySelector<HTMLElement>(".head input")?.focus(),
      "?": () => setHelp(true),
      u: () => box.current?.querySelector<HTMLElement>(".toast .button")?.click(),
    },
  })
  return (
    <div ref={box} className="popup">
      <header>
        <PopupHeader searchable={connected} focusAtStart={view !== undefined && !keys} />
        {ready ? <DayBar view={view} /> : null}
        {status && connected ? <StateLine status={status} now={now} /> : null}
      </header>
      <main className="body" aria-label={popup.title}>
        {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
        {connected ? <MissingNotice status={status} /> : null}
        {!connected || (status && !status.me) ? <Start connected={connected} /> : null}
        {ready ? <Lists view={view} settings={view.settings.popup} change={change} /> : null}
        {!view && !fault ? <Skeleton lines={6} /> : null}
      </main>
      <Toasts />
      {status && connected ? <Foot status={status} waiting={waiting} now={now} keys={keys} /> : null}
      {help ? (
        <ShortcutsDialog
          on={keys}
          onSwitch={(on) => change({ panel: { keys: on } })}
          onClose={() => setHelp(false)}
        />
      ) : null}
    </div>
  )
}
