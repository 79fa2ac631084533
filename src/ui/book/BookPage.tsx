import { useCallback, useState } from "react"

import { useAppearance } from "~src/store/use-appearance"
import { useSettings } from "~src/store/use-settings"
import { useStatus } from "~src/store/use-status"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { useWrite } from "~src/store/use-write"
import { WorkerProvider } from "~src/store/WorkerProvider"

import { Button, ErrorNotice, Progress, Skeleton, Toasts } from "../base"
import { Coverage } from "../coverage/Coverage"
import { book } from "../strings/book"
import { Customers, firstTable } from "./Customers"
import { HealthChanges } from "./HealthChanges"
import { OwnerPicker } from "./OwnerPicker"
import { ReadLine } from "./ReadLine"
import { Renewals } from "./Renewals"
import { Tabs } from "./Tabs"
import { useHashView } from "./use-hash-view"

/** One person's whole book in a tab of its own. */
export function BookPage() {
  return (
    <WorkerProvider>
      <Page />
      <Toasts />
    </WorkerProvider>
  )
}

function Page() {
  const [view, setView] = useHashView()
  const [ownerId, setOwnerId] = useState("")
  const [table, setTable] = useState(firstTable)
  const { settings } = useSettings()
  const { status } = useStatus()
  const { data, fault, refetch } = useWorkerQuery("book.get", ownerId ? { ownerId } : {}, [
    "book",
    "settings",
  ])
  const { mutate: openPage } = useWrite("open.page")
  const open = useCallback(
    (accountId: string, page: "vitally" | "account" = "vitally") => openPage({ page, accountId }),
    [openPage],
  )
  useAppearance(settings?.appearance)
  const reading = status?.sync.phase === "first"
  const connected = status?.vitally.state !== "not-connected"
  return (
    <div className="page">
      <header className="page-head">
        <h1>{book.title}</h1>
        {data ? (
          <OwnerPicker data={data} me={settings?.me?.adminId} value={ownerId} onChange={setOwnerId} />
        ) : null}
        <span className="spacer" />
        {status && connected && !reading ? <ReadLine status={status} /> : null}
        <Button icon="gear" kind="quiet" onClick={() => openPage({ page: "options" })}>
          {book.options}
        </Button>
      </header>
      <main>
        <Tabs view={view} onChange={setView} />
        <div id="view" role="tabpanel" aria-labelledby={`tab-${view}`}>
          {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
          {reading ? (
            <div className="reading">
              <Progress value={status.sync.progress} label={book.first} />
              <p className="soft">{status.sync.text || book.first}</p>
            </div>
          ) : null}
          {!data && !fault ? <Skeleton lines={8} label={book.loading} /> : null}
          {data && view === "coverage" ? <Coverage ownerId={ownerId} owners={data.owners} /> : null}
          {data && view !== "coverage" && data.rows.length === 0 && !reading ? (
            <Empty
              why={!connected ? "connect" : ownerId ? "other" : status && !status.me ? "who" : "mine"}
              onOptions={() => openPage({ page: "options" })}
            />
          ) : null}
          {data && data.rows.length > 0 && view === "customers" ? (
            <Customers data={data} table={table} onTable={setTable} open={open} />
          ) : null}
          {data && data.rows.length > 0 && view === "renewals" ? <Renewals data={data} open={open} /> : null}
          {data && data.rows.length > 0 && view === "changes" ? (
            <HealthChanges data={data} open={open} />
          ) : null}
        </div>
      </main>
    </div>
  )
}

type WhyEmpty = "connect" | "who" | "mine" | "other"

function Empty({ why, onOptions }: { why: WhyEmpty; onOptions: () => void }) {
  const { title, text, action } = book.empty[why]
  return (
    <div className="start">
      <h2>{title}</h2>
      <p className="soft">{text}</p>
      {action ? <Button onClick={onOptions}>{action}</Button> : null}
    </div>
  )
}
