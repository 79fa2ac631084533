/** Makes summaries anew from stored rows: after a change of policy, time zone, trait map, owner, or of an account's detail. */
import {
  buildFacts,
  derivedStores,
  type FactsContext,
  readAccountRows,
  summaryAfter,
  summaryOf,
} from "~src/services/facts"
import type { LensDatabase } from "~src/storage/database"
import type { MetaValues } from "~src/storage/meta"

import { abortQuietly } from "~src/storage/quiet"

import { accountRow } from "./account-row"
import { historyOf } from "./history"

/** Accounts of one transaction. */
const batch = 200

export interface Resummarise {
  db: LensDatabase
  facts: FactsContext
  role: string
  /** Appends a history row where score or band changed; off where only the way of counting changed. */
  history: boolean
}

/** The given accounts, in one transaction. Unknown ids are passed over. */
export async function resummarise(options: Resummarise, ids: readonly string[]): Promise<void> {
  const { db, facts } = options
  const tx = db.transaction(derivedStores, "readwrite", { durability: "relaxed" })
  const writes: Promise<unknown>[] = []
  try {
    const detailedRow = await tx.objectStore("meta").get("detailed")
    const detailed = new Set(detailedRow?.value as MetaValues["detailed"] | undefined)
    await Promise.all(
      ids.map(async (id) => {
        const old = await tx.objectStore("accounts").get(id)
        if (!old) return
        const row = accountRow(old.raw, options.role, facts.traitMap.salesforceId, old, old)
        const read = await readAccountRows(tx, row, detailed.has(id))
        let summary = summaryOf(buildFacts(read, facts), facts, row.owner)
        const adopting = summary.stage === facts.policy.lifecycle.names.adopting
        const before = options.history || adopting ? await tx.objectStore("summaries").get(id) : undefined
        // Where only the way of counting changed, nothing fell below its goals; what had before stays so.
        if (options.history || before?.nurturingBelowOn !== undefined)
          summary = summaryAfter(before, read, summary, facts)
        if (options.history) {
          const entries = before ? historyOf(read, before, read, summary, facts) : []
          writes.push(...entries.map((entry) => tx.objectStore("history").add(entry)))
        }
        writes.push(tx.objectStore("summaries").put(summary))
        if (row.owner !== old.owner || row.salesforceId !== old.salesforceId)
          writes.push(tx.objectStore("accounts").put(row))
      }),
    )
    await Promise.all([...writes, tx.done])
  } catch (error) {
    abortQuietly(tx, writes)
    throw error
  }
}

const cursorKey = "resummarise"

/**
 * All accounts, in batches; the place reached is stored, so that a killed worker goes on where it stopped.
 * @returns false where the time was over first: call again.
 */
export async function resummariseAll(options: Resummarise, isOver: () => boolean): Promise<boolean> {
  const { db } = options
  const stored = (await db.get("meta", cursorKey))?.value
  let after = typeof stored === "string" ? stored : ""
  for (;;) {
    const range = after === "" ? undefined : IDBKeyRange.lowerBound(after, true)
    const ids = await db.getAllKeys("accounts", range, batch)
    const last = ids[ids.length - 1]
    if (last === undefined) break
    await resummarise(options, ids)
    after = last
    await db.put("meta", { key: cursorKey, value: after })
    if (isOver()) return false
  }
  await db.delete("meta", cursorKey)
  return true
}

/** Whether a pass over all accounts was begun and not ended. */
export async function isResummariseUnfinished(db: LensDatabase): Promise<boolean> {
  return (await db.get("meta", cursorKey)) !== undefined
}

/** Marks all summaries as out of date: the next slice makes them anew. */
export async function askResummariseAll(db: LensDatabase): Promise<void> {
  await db.put("meta", { key: cursorKey, value: "" })
}
