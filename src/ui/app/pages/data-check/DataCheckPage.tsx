import { useWorkerQuery } from "~src/store/use-worker-query"
import { ErrorNotice, Skeleton } from "~src/ui/base"
import { dataCheck as words } from "~src/ui/strings/data-check"

import { useRoute } from "../../shared/use-route"
import { FindingList } from "./FindingList"

/** Contradictions and gaps of a book, each with what would settle it. */
export function DataCheckPage() {
  const { params } = useRoute()
  const ownerId = params.get("owner") ?? ""
  const { data, fault, refetch } = useWorkerQuery("facts.check", ownerId ? { ownerId } : {}, [
    "book",
    "settings",
    "account:",
  ])
  const open = data?.rows.filter(({ isSeen }) => !isSeen) ?? []
  const seen = data?.rows.filter(({ isSeen }) => isSeen) ?? []
  return (
    <>
      <header className="page-head">
        <h1>{words.title}</h1>
        {data ? <p className="soft">{words.count(open.length, data.customers)}</p> : null}
      </header>
      <p className="soft">{words.about}</p>
      {fault ? <ErrorNotice fault={fault} onRetry={() => void refetch()} /> : null}
      {!data && !fault ? <Skeleton lines={6} label={words.loading} /> : null}
      {data && open.length === 0 ? (
        <p className="empty">
          {data.customers === 0 ? words.noBook : seen.length > 0 ? words.allSeen : words.none}
        </p>
      ) : null}
      {data ? <FindingList label={words.title} rows={open} today={data.today} /> : null}
      {data && seen.length > 0 ? (
        <details className="foot">
          <summary>{words.seenTitle(seen.length)}</summary>
          <FindingList label={words.seenTitle(seen.length)} rows={seen} today={data.today} />
        </details>
      ) : null}
    </>
  )
}
