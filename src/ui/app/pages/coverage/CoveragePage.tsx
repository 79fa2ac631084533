import { ErrorNotice, Skeleton } from "~src/ui/base"
import { coverage } from "~src/ui/strings/book"

import { useBook } from "../../shared/use-book"
import { Coverage } from "./Coverage"

/** Planning an absence. */
export function CoveragePage() {
  const { data, fault, refetch, ownerId } = useBook()
  return (
    <>
      <header className="page-head">
        <h1>{coverage.title}</h1>
      </header>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {data ? <Coverage ownerId={ownerId} owners={data.owners} /> : fault ? null : <Skeleton lines={6} />}
    </>
  )
}
