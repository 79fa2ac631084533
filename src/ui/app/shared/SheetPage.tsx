import type { ReactNode } from "react"

import type { Fault } from "~src/messaging/contract"
import { ErrorNotice, Skeleton } from "~src/ui/base"

interface Props<T> {
  title: string
  /** Beside the title: whose customers, and what the sheet offers. */
  tools?: ReactNode
  query: { data: T | undefined; fault: Fault | null; refetch: () => unknown }
  children: (data: T) => ReactNode
}

/** What all sheets share: title, tools, and what is said while there is nothing to show. */
export function SheetPage<T>({ title, tools, query: { data, fault, refetch }, children }: Props<T>) {
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        {tools}
      </header>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {data === undefined && !fault ? <Skeleton lines={8} /> : null}
      {data === undefined ? null : children(data)}
    </>
  )
}
