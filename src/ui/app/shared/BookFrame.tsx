import type { ReactNode } from "react"

import type { Book } from "~src/messaging/views/lists"
import { useSettings } from "~src/store/use-settings"
import { useStatus } from "~src/store/use-status"
import { useWrite } from "~src/store/use-write"
import { ErrorNotice, Progress, Skeleton } from "~src/ui/base"
import { MissingNotice } from "~src/ui/base/MissingNotice"
import { book } from "~src/ui/strings/book"

import { EmptyBook } from "./EmptyBook"
import type { Openers } from "./openers"
import { OwnerPicker } from "./OwnerPicker"
import { useBook } from "./use-book"

interface Props {
  title: string
  children: (shown: { data: Book } & Openers) => ReactNode
}

/** What all pages over a book share: title, whose book, and what is said while there is nothing to show. */
export function BookFrame({ title, children }: Props) {
  const { data, fault, refetch, ownerId, setOwner, open } = useBook()
  const { settings } = useSettings()
  const { status } = useStatus()
  const { mutate: openPage } = useWrite("open.page")
  const reading = status?.sync.phase === "first"
  const connected = status?.vitally.state !== "not-connected"
  return (
    <>
      <header className="page-head">
        <h1>{title}</h1>
        {data ? (
          <OwnerPicker data={data} me={settings?.me?.adminId} value={ownerId} onChange={setOwner} />
        ) : null}
      </header>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {connected ? <MissingNotice status={status} /> : null}
      {reading ? (
        <div className="reading">
          <Progress value={status.sync.progress} label={book.first} />
          <p className="soft">{status.sync.text || book.first}</p>
        </div>
      ) : null}
      {!data && !fault ? <Skeleton lines={8} label={book.loading} /> : null}
      {data && data.rows.length === 0 && !reading ? (
        <EmptyBook
          why={!connected ? "connect" : ownerId ? "other" : status && !status.me ? "who" : "mine"}
          onOptions={() => openPage({ page: "options" })}
        />
      ) : null}
      {data && data.rows.length > 0 ? children({ data, open }) : null}
    </>
  )
}
