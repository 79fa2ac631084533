/** Where the sync stands: one record, written together with the rows it speaks of. */
import type { Instant, RatioName } from "~src/domain/facts"
import type { NotationCounts } from "~src/domain/intake/notation"

export type SyncKind = "first" | "incremental" | "full-pass"

/** Where a step stands in its list. */
interface Place {
  /** Cursor of the next page; null at its start. */
  cursor: string | null
  /** Rows of this step so far. */
  rows: number
  /** Newest `updatedAt` seen by this step's first page: the watermark once the step ends. */
  newest: string | null
  /** Pages of this step so far, and a cursor met on the way: a list whose cursors go round meets it again. */
  pages: number
  mark: string | null
  /** Rows of this step that could not be read, by reason. */
  aside: Record<string, number>
}

export function beginning(): Place {
  return { cursor: null, rows: 0, newest: null, pages: 0, mark: null, aside: {} }
}

/** What can be read page by page; each has its own watermark. */
export type Feed = "accounts" | "organizations" | "tasks" | "archivedTasks"

export type StepName =
  | "start"
  | "people"
  | "catalogue"
  | "organizations"
  | "accounts"
  | "tasks"
  | "new-accounts"
  | "new-organizations"
  | "new-tasks"
  | "new-archived-tasks"
  | "vanished"
  | "missing"
  | "finish"

interface SyncRun extends Place {
  kind: SyncKind
  steps: StepName[]
  /** Index of the step under way. */
  at: number
  /** How often the step began anew because its cursor was refused, or because the service failed at it. */
  restarts: number
  /** A list went round in a circle: what it did not show may still be there. */
  cut?: boolean
  startedAt: Instant
  /** Usage ratios of the accounts so far: how many there are, and how many only a percentage can be. */
  ratios: Record<RatioName, { values: number; over: number }>
  /** Texts that tell how this book writes dates and amounts; absent in runs of earlier versions. */
  notation?: NotationCounts
  /** Names, ids or owners changed: the packed index must be tidied. */
  changed: number
}

export interface SyncRecord {
  /** Number of the newest sweep; rows carry it in `seenIn`. */
  generation: number
  run: SyncRun | null
  /** `updatedAt` of the newest row already read, by Vitally's clock. */
  watermarks: Partial<Record<Feed, string>>
  /** Rows of the last whole sweep; for progress. */
  totals: Partial<Record<Feed, number>>
  /** Rows that could not be read since the last whole sweep, by reason. */
  setAside: Record<string, number>
  incrementals: number
  /** Lists that Vitally does not give for this key: the rest is kept fresh without them. */
  hidden?: Feed[]
  /** What was missing from this list answers again: the list is to be swept at the next occasion. */
  lookAgain?: "accounts" | "organizations" | "tasks"
  lastFullAt?: Instant
  /** When every task was last read, not only those that changed. */
  lastTasksAt?: Instant
  lastOkAt?: Instant
}

export function emptySyncRecord(): SyncRecord {
  return { generation: 0, run: null, watermarks: {}, totals: {}, setAside: {}, incrementals: 0 }
}
