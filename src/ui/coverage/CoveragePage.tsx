import { useAppearance } from "~src/store/use-appearance"
import { useSettings } from "~src/store/use-settings"
import { useStatus } from "~src/store/use-status"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { WorkerProvider } from "~src/store/WorkerProvider"

import { ErrorNotice, Skeleton, Toasts } from "../base"
import { ReadLine } from "../book/ReadLine"
import { coverage } from "../strings/book"
import { Coverage } from "./Coverage"

/** Planning an absence, in a tab of its own. */
export function CoveragePage() {
  return (
    <WorkerProvider>
      <Page />
      <Toasts />
    </WorkerProvider>
  )
}

function Page() {
  const { settings } = useSettings()
  const { status } = useStatus()
  const { data, fault, refetch } = useWorkerQuery("book.get", {}, ["settings"])
  useAppearance(settings?.appearance)
  return (
    <div className="page">
      <header className="page-head">
        <h1>{coverage.title}</h1>
        <span className="spacer" />
        {status && status.vitally.state !== "not-connected" ? <ReadLine status={status} /> : null}
      </header>
      <main>
        {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
        {data ? <Coverage ownerId="" owners={data.owners} /> : fault ? null : <Skeleton lines={6} />}
      </main>
    </div>
  )
}
