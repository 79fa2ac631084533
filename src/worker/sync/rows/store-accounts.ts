/** Stores a page of accounts with what is derived from it: summaries, history, the name index and where the sync stands. */
import {
  buildFacts,
  derivedStores,
  type FactsContext,
  readAccountRows,
  summaryAfter,
  summaryOf,
} from "../../account-facts"
import { appendToIndex, type IndexEntry } from "../../search/packed"
import type { VitallyAccount } from "../../vitally/rows"
import type { LensDatabase } from "../../cache/database"
import type { MetaValues } from "../../cache/meta"
import type { RemovedAccount } from "../../cache/missing"
import { abortQuietly } from "../../cache/abort"
import { withRoom } from "../../cache/quota"
import { fence } from "../../cache/workspace"
import type { IsCurrent } from "../../kernel/epoch"
import type { AccountRow, OrganizationRow } from "../../cache/rows"
import type { SyncRecord } from "../../cache/sync-record"

import { accountRow, roleLabels } from "./account-row"
import { believable, isOlder, isSame } from "./compare"
import type { Derived, DerivedPage } from "./derive-accounts"
import { historyOf, ownerChange } from "./history"
import { countAside, mostMissing } from "./rejected-rows"
import { keepRemoved, removedBefore, seen, withoutIds } from "./missing-rows"

export interface StoreAccounts {
  db: LensDatabase
  /** Whose rows these are: nothing is stored where the cache is another's by now. */
  workspace?: string
  isCurrent?: IsCurrent | undefined
  facts: FactsContext
  /** Key-role label that means "mine"; empty: the CSM. */
  role: string
  generation: number
  /** Epoch milliseconds. */
  now: number
  /** False in the very first sweep: nothing is known yet, so nothing is compared. */
  compare: boolean
  /** Organizations at hand; the others are read back. */
  organizations?: ReadonlyMap<string, OrganizationRow>
  /** Worked out ahead; whatever it lacks is worked out here. */
  derived?: DerivedPage | undefined
  /** Stored in the same transaction. */
  record?: SyncRecord
}

const nobody: Record<string, RemovedAccount> = {}

/** @returns ids of accounts whose stored row is new or differs. */
export function storeAccounts(options: StoreAccounts, rows: readonly VitallyAccount[]): Promise<string[]> {
  return withRoom(options.db, () => storeOnce(options, rows))
}

async function storeOnce(options: StoreAccounts, rows: readonly VitallyAccount[]): Promise<string[]> {
  const { db, facts, record } = options
  const tx = db.transaction(derivedStores, "readwrite", { durability: "relaxed" })
  const meta = tx.objectStore("meta")
  const writes: Promise<unknown>[] = []
  try {
    const [detailedRow, rolesRow, removed] = await Promise.all([
      meta.get("detailed"),
      meta.get("roles"),
      options.compare ? removedBefore(meta) : nobody,
      fence(meta, options.workspace, options.isCurrent),
    ])
    const detailed = new Set(detailedRow?.value as MetaValues["detailed"] | undefined)
    const roles = new Set(rolesRow?.value as MetaValues["roles"] | undefined)
    const knownRoles = roles.size
    const stamp = { readAt: new Date(options.now).toISOString(), seenIn: options.generation }
    const index: IndexEntry[] = []
    const changed: string[] = []
    // What was worked out ahead knows no usage.
    const isReady = options.derived?.facts === facts && facts.usageImports === undefined
    const ready = isReady ? options.derived?.accounts : undefined
    const derive = async (raw: VitallyAccount, withDetail: boolean, old?: AccountRow): Promise<Derived> => {
      const row = accountRow(
        raw,
        { role: options.role, me: facts.me },
        facts.traitMap.salesforceId,
        stamp,
        old,
      )
      const read = await readAccountRows(tx, row, withDetail, options.organizations)
      return { row, read, summary: summaryOf(buildFacts(read, facts), facts, row.owner) }
    }

    // Drop duplicates within a page.
    const unique = new Map(rows.map((raw) => [raw.id, raw]))
    await Promise.all(
      [...unique.values()].map(async (given) => {
        const withDetail = detailed.has(given.id)
        const old = options.compare || withDetail ? await tx.objectStore("accounts").get(given.id) : undefined
        const raw = believable(given, old?.raw)
        if (raw === null && record?.run) countAside(record.run.aside, [mostMissing])
        if (old && (raw === null || isOlder(raw, old, options.now))) {
          writes.push(tx.objectStore("accounts").put({ ...old, seenIn: options.generation }))
          return
        }
        if (raw === null) return
        for (const label of roleLabels(raw)) roles.add(label)
        const isKnown = isSame(raw, old?.raw)
        if (options.compare && isKnown && old?.seenIn === options.generation) return
        const derived =
          (withDetail || raw !== given || old?.detailAt !== undefined ? undefined : ready?.get(raw.id)) ??
          (await derive(raw, withDetail, old))
        const { row, read } = derived
        let { summary } = derived
        if (old && options.compare) {
          const before = await tx.objectStore("summaries").get(raw.id)
          summary = summaryAfter(before, read, summary, facts)
          const entries = before ? historyOf({ ...read, account: old }, before, read, summary, facts) : []
          writes.push(...entries.map((entry) => tx.objectStore("history").add(entry)))
        } else if (options.compare) {
          const entries = ownerChange(removed[raw.id], row, facts)
          writes.push(...entries.map((entry) => tx.objectStore("history").add(entry)))
        }
        if (old?.name !== row.name || old.externalId !== row.externalId) index.push(row)
        if (!isKnown) changed.push(raw.id)
        writes.push(tx.objectStore("accounts").put(row), tx.objectStore("summaries").put(summary))
      }),
    )
    const ids = [...unique.keys()]
    writes.push(seen(meta, "accounts", ids))
    if (ids.some((id) => id in removed)) writes.push(keepRemoved(meta, withoutIds(removed, ids)))
    if (roles.size > knownRoles) writes.push(meta.put({ key: "roles", value: [...roles] }))
    if (index.length > 0) {
      writes.push(appendToIndex(meta, index))
      if (record?.run) record.run.changed += index.length
    }
    if (record) writes.push(meta.put({ key: "sync", value: record }))
    await Promise.all([...writes, tx.done])
    return changed
  } catch (error) {
    abortQuietly(tx, writes)
    throw error
  }
}
