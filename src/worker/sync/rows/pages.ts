/** Reading a feed page by page: the next page is fetched while the last is stored. */
import { isVitally } from "../../vitally/api"
import { notWhole, type Page } from "../../vitally/rows"
import { beginning, type SyncRecord } from "../../cache/sync-record"
import { keepMeta } from "../../cache/workspace"

import { countAside } from "./rejected-rows"
import type { Slice } from "./slice"

/** How often a step may begin anew before what stops it counts as an error, after which it begins anew later. */
export const restartsAtMost = 3

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
  // A worker that died behind the last page left its counts.
  if (run.cursor === null) Object.assign(run, beginning())
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
      if (!isRefusedCursor(error) || run.cursor === null) throw error
      // The cursor expired, or the page size changed: rows are stored by id, so reading them again harms nothing.
      const isOften = run.restarts >= restartsAtMost
      Object.assign(run, { ...beginning(), restarts: isOften ? 0 : run.restarts + 1 })
      if (isOften) {
        await keepMeta(slice.deps, "sync", record)
        throw error
      }
      next = ahead(null)
      continue
    }
    const from = isLast?.(page.rows) === true || goesRound(run, page.next) ? null : page.next
    const late = slice.isOver()
    if (from !== null && !late) next = ahead(from)
    countAside(run.aside, page.setAside)
    if (page.setAside.includes(notWhole)) run.cut = true
    run.rows += page.rows.length
    run.cursor = from
    await store(page.rows, record)
    slice.onProgress()
    if (from === null) return "done"
    if (late) return "time"
  }
}

/** Whether `next` was met before: it is compared with one earlier cursor, which moves on at each power of two (Brent's way). */
function goesRound(run: SyncRecord["run"] & object, next: string | null): boolean {
  if (next !== null && next === run.mark) return (run.cut = true)
  run.pages += 1
  if ((run.pages & (run.pages - 1)) === 0) run.mark = next
  return false
}

function isRefusedCursor(error: unknown): boolean {
  return isVitally(error, "refused", "not-found")
}
