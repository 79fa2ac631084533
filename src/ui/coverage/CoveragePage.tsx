import { useAppearance } from "~src/store/use-appearance"
import { useSettings } from "~src/store/use-settings"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { WorkerProvider } from "~src/store/WorkerProvider"

import { ErrorNotice, Skeleton, Toasts } from "../base"
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
  const { data, fault, refetch } = useWorkerQuery("book.get", {}, ["settings"])
  useAppearance(settings?.appearance)
  return (
    <div className="page">
      <header className="page-head">
        <h1>{coverage.title}</h1>
      </header>
      <main>
        {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
        {data ? <Coverage ownerId="" owners={data.owners} /> : fault ? null : <Skeleton lines={6} />}
      </main>
    </div>
  )
}
