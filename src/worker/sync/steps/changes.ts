/** What changed since the watermark: newest first, until rows that were already read. */
import { filled, type Page, timeOf } from "~src/worker/vitally/rows"
import type { LensDatabase } from "~src/worker/cache/database"
import type { Feed } from "~src/worker/cache/sync-record"

import { readFeed } from "../rows/pages"
import { accountsUnder, resummarise } from "../rows/resummarise"
import type { Slice } from "../rows/slice"
import { type Dated, newestOf } from "../rows/watermark"
import { storeAccounts } from "../rows/store-accounts"
import { storeOrganizations, storeTasks } from "../rows/store-rows"
import type { Step } from "./step"
import { into } from "./sweep"

/** Rows written in the same moment, or by a server whose clock lags, may come after the watermark was taken. */
const overlapMs = 2 * 60_000

interface ChangeFeed<T extends Dated> {
  feed: Feed
  fetch: (from: string | null) => Promise<Page<T>>
  store: (rows: T[]) => Promise<void>
}

/**
 * Both times come from Vitally's clock, so ours may be wrong. The new watermark is the newest row of the first page: what changes while
 * the later pages are read is newer, and the next run's.
 */
async function readChanges<T extends Dated>(
  slice: Slice,
  { feed, fetch, store }: ChangeFeed<T>,
): Promise<"done" | "time"> {
  const { record } = slice
  const until = timeOf(record.watermarks[feed])
  const isOld = ({ updatedAt }: Dated): boolean => {
    const at = timeOf(updatedAt)
    return until !== undefined && at !== undefined && at < until - overlapMs
  }
  const outcome = await readFeed<T>(slice, {
    fetch,
    // A row without a date says nothing about where the old ones begin.
    isLast: (rows) => rows.some(isOld),
    store: async (rows) => {
      if (record.run) record.run.newest ??= newestOf(rows, slice.deps.client.now())
      await store(rows.filter((row) => !isOld(row)))
    },
  })
  const newest = record.run?.newest
  if (outcome === "done" && newest && (timeOf(newest) ?? 0) > (until ?? 0)) record.watermarks[feed] = newest
  return outcome
}

const sortBy = "updatedAt"

export const newAccounts: Step = (slice) =>
  readChanges(slice, {
    feed: "accounts",
    fetch: (from) => slice.deps.client.accounts({ sortBy, from, status: "activeOrChurned" }, slice.call),
    store: async (rows) => {
      const options = { ...into(slice), compare: true, facts: slice.facts, role: slice.deps.me?.role ?? "" }
      for (const id of await storeAccounts(options, rows)) slice.changed.add(id)
    },
  })

export const newTasks: Step = (slice) =>
  readChanges(slice, {
    feed: "tasks",
    fetch: (from) => slice.deps.client.tasks({ sortBy, from }, slice.call),
    store: (rows) => keepTasks(slice, rows),
  })

/** Archived tasks are on a list of their own; the others just stop listing them. */
export const newArchivedTasks: Step = (slice) =>
  readChanges(slice, {
    feed: "archivedTasks",
    fetch: (from) => slice.deps.client.tasks({ sortBy, from, archived: true }, slice.call),
    store: (rows) =>
      // A service that does not know the question answers with tasks that are not archived: those say so themselves.
      keepTasks(
        slice,
        rows.filter(({ archivedAt }) => filled(archivedAt) !== undefined),
      ),
  })

async function keepTasks(slice: Slice, rows: Parameters<typeof storeTasks>[1]): Promise<void> {
  const changed = await storeTasks({ ...into(slice), compare: true }, rows)
  for (const id of changed) slice.changed.add(id)
  await again(slice, await withDetail(slice.deps.db, changed))
}

export const newOrganizations: Step = (slice) =>
  readChanges(slice, {
    feed: "organizations",
    fetch: (from) => slice.deps.client.organizations({ sortBy, from }, slice.call),
    store: async (rows) => {
      const changed = await storeOrganizations({ ...into(slice), compare: true }, rows)
      await againUnder(slice, [...changed])
    },
  })

/** Accounts take traits of their organization. */
export async function againUnder(slice: Slice, organizations: readonly string[]): Promise<void> {
  const ids = await accountsUnder(slice.deps.db, organizations)
  for (const id of ids) slice.changed.add(id)
  await again(slice, ids)
}

/** Tasks are evidence only beside the rest of an account's detail. */
async function withDetail(db: LensDatabase, ids: ReadonlySet<string>): Promise<string[]> {
  const detailed = ((await db.get("meta", "detailed"))?.value as string[] | undefined) ?? []
  return detailed.filter((id) => ids.has(id))
}

async function again(slice: Slice, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { db, me } = slice.deps
  await resummarise({ db, facts: slice.facts, role: me?.role ?? "", history: true }, ids)
}
