import { keepPreviousData, useQueries, useQuery } from "@tanstack/react-query"
import { useMemo } from "react"

import { ask } from "~src/messaging/client"
import type { BookPageRequest } from "~src/messaging/views/book"
import type { BookRow } from "~src/messaging/views/lists"
import { workerKey, type WorkerMeta } from "~src/store/query-client"
import { faultOf } from "~src/store/use-worker-query"

import type { BookState } from "./address"

/** Rows of one question: enough for a screen, quick to send. */
export const windowRows = 100

const topics = new Set(["book", "settings", "day"])
const meta: WorkerMeta = { concerns: (topic) => topics.has(topic) }

/** The first window with the totals, and the windows that are looked at. Those out of sight are forgotten after a minute. */
export function useBookWindows({ who, filter, sort, group }: BookState, seen: { from: number; to: number }) {
  const request = (at: number): BookPageRequest => ({
    who,
    filter,
    sort,
    ...(at === 0 && group && { group }),
    offset: at * windowRows,
    limit: windowRows,
  })
  const query = (at: number) => ({
    queryKey: workerKey("book.page", request(at)),
    queryFn: () => ask("book.page", request(at)),
    meta,
  })
  // Another filter or order keeps the rows on screen until its own are there.
  const first = useQuery({ ...query(0), placeholderData: keepPreviousData })
  const wanted = windowsOf(seen, first.data?.count ?? 0)
  const others = useQueries({ queries: wanted.map(query) })
  const rows = useMemo(() => {
    const map = new Map<number, BookRow>()
    const add = (at: number, list: BookRow[] = []) =>
      list.forEach((row, nth) => map.set(at * windowRows + nth, row))
    add(0, first.data?.rows)
    wanted.forEach((at, nth) => add(at, others[nth]?.data?.rows))
    return map
    // The queries' results are new objects at each drawing; what they hold is not.
  }, [first.data, wanted.join(), ...others.map(({ data }) => data)])
  return {
    page: first.data,
    rows,
    fault: faultOf(first.error),
    isOld: first.isPlaceholderData,
    refetch: first.refetch,
  }
}

function windowsOf({ from, to }: { from: number; to: number }, count: number): number[] {
  const last = Math.floor(Math.min(to, Math.max(0, count - 1)) / windowRows)
  const list = []
  for (let at = Math.max(1, Math.floor(from / windowRows)); at <= last; at++) list.push(at)
  return list
}
