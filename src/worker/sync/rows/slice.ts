/** One slice of the sync: at most 20 s of work that may die at any line (design.md, decision 5). */
import type { CallOptions } from "../../vitally/api"
import type { FactsContext } from "../../account-facts"
import type { OrganizationRow } from "../../cache/rows"
import type { SyncRecord } from "../../cache/sync-record"

import type { SyncDeps } from "../../account-facts/sync-deps"

export interface Slice {
  deps: SyncDeps
  record: SyncRecord
  /** How facts are made of rows in this slice. */
  facts: FactsContext
  /** Asking for all summaries that was there before `facts` were read: one that comes later is the next slice's. */
  asked: string | undefined
  /** Organizations that this sweep just read, in this worker's life: its accounts need not read them back. */
  organizations: Map<string, OrganizationRow>
  /** For every request of background work. */
  call: CallOptions
  isOver: () => boolean
  /** Tells pages how far it is, now and then. */
  onProgress: () => void
  /** Topics to publish when the slice ends: accounts that changed. */
  changed: Set<string>
}
