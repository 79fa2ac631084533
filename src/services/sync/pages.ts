/** Reading a feed page by page: the next page is fetched while the last is stored. */
import { VitallyError } from "~src/api/vitally"
import type { Page } from "~src/schemas/vitally"
import type { SyncRecord } from "~src/storage/sync-record"

import type { Slice } from "./slice"

/** How often a step may begin anew before its refused cursor counts as an error. */
const restartsAtMost = 3

export interface Feeding<T> {
  fetch: (from: string | null) => Promise<Page<T>>
  /** Stores one page in one transaction together with `record`. */
  store: (rows: T[], record: SyncRecord) => Promise<void>
  /** Nothing further is new: the feed ends with this page. Absent: it ends where the list does. */
  isLast?: (rows: readonly T[]) => boolean
}

/** @returns "done", or "time" where the slice ended first: the cursor is stored and the next slice goes on from it. */
export async function readFeed<T>(
  slice: Slice,
  { fetch, store, isLast }: Feeding<T>,
): Promise<"done" | "time"> {
  const { record } = slice
  const { run } = record
  if (!run) return "done"
  const ahead = (from: string | null): Promise<Page<T>> => {
    const page = fetch(from)
    // Awaited later, or dropped where storing fails: then its own failure is nobody's.
    page.catch(() => undefined)
    return page
  }
  let next = ahead(run.cursor)
  for (;;) {
    let page: Page<T>
    try {
      page = await next
    } catch (error) {
      if (!isRefusedCursor(error) || run.cursor === null || run.restarts >= restartsAtMost) throw error
      // The cursor expired, or the page size changed: rows are stored by id, so reading them again harms nothing.
      Object.assign(run, { cursor: null, rows: 0, restarts: run.restarts + 1, newest: null })
      next = ahead(null)
      continue
    }
    const ends = page.next === run.cursor || isLast?.(page.rows) === true
    const from = ends ? null : page.next
    const late = slice.isOver()
    if (from !== null && !late) next = ahead(from)
    for (const { reason } of page.setAside) record.setAside[reason] = (record.setAside[reason] ?? 0) + 1
    run.rows += page.rows.length
    run.cursor = from
    await store(page.rows, record)
    slice.onProgress()
    if (from === null) return "done"
    if (late) return "time"
  }
}

function isRefusedCursor(error: unknown): boolean {
  return error instanceof VitallyError && (error.kind === "refused" || error.kind === "not-found")
}
