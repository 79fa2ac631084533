/** Makes summaries anew from stored rows: after a change of policy, time zone, trait map, owner, or of an account's detail. */
import {
  buildFacts,
  derivedStores,
  type FactsContext,
  readAccountRows,
  summaryAfter,
  summaryOf,
} from "../../account-facts"
import type { LensDatabase } from "../../cache/database"
import type { MetaValues } from "../../cache/meta"

import { abortQuietly } from "../../cache/abort"
import { withRoom } from "../../cache/quota"

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
export function resummarise(options: Resummarise, ids: readonly string[]): Promise<void> {
  return withRoom(options.db, () => resummariseOnce(options, ids))
}

async function resummariseOnce(options: Resummarise, ids: readonly string[]): Promise<void> {
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
        const row = accountRow(
          old.raw,
          { role: options.role, me: facts.me },
          facts.traitMap.salesforceId,
          old,
          old,
        )
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

/** Ids of the accounts under these organizations, of which they take traits. */
export async function accountsUnder(db: LensDatabase, organizations: readonly string[]): Promise<string[]> {
  const members = await Promise.all(
    organizations.map((id) => db.getAllKeysFromIndex("accounts", "organizationId", id)),
  )
  return members.flat()
}

const passKey = "resummarise"

/** A pass over all accounts that is to be made. */
interface Pass {
  /** Names the asking: one that comes meanwhile is about something else, and begins anew. */
  asked: string
  /** Id of the last account that was made. */
  after: string
}

const readPass = async (db: LensDatabase) => (await db.get("meta", passKey))?.value as Pass | undefined

/**
 * All accounts, in batches; the place reached is stored, so that a killed worker goes on where it stopped.
 * @param asked the asking (`askedToResummarise`) after which `options` were read: they say nothing of what a later one is about.
 * @returns false where the time was over first, or where all were asked for anew: call again.
 */
export async function resummariseAll(
  options: Resummarise,
  asked: string,
  isOver: () => boolean,
): Promise<boolean> {
  const { db } = options
  let after = (await readPass(db))?.after ?? ""
  for (;;) {
    const range = after === "" ? undefined : IDBKeyRange.lowerBound(after, true)
    const ids = await db.getAllKeys("accounts", range, batch)
    const last = ids[ids.length - 1]
    if (last === undefined) break
    await resummarise(options, ids)
    after = last
    if (!(await reach(db, { asked, after })) || isOver()) return false
  }
  return reach(db, { asked })
}

/** Notes how far a pass is, or its end. @returns false where another was asked for meanwhile. */
async function reach(db: LensDatabase, { asked, after }: Partial<Pass>): Promise<boolean> {
  const { store, done } = db.transaction("meta", "readwrite")
  const isSame = ((await store.get(passKey))?.value as Pass | undefined)?.asked === asked
  if (isSame)
    await (after === undefined ? store.delete(passKey) : store.put({ key: passKey, value: { asked, after } }))
  await done
  return isSame
}

/** Which asking for all summaries is still to be met; undefined: none. */
export async function askedToResummarise(db: LensDatabase): Promise<string | undefined> {
  return (await readPass(db))?.asked
}

/** Marks all summaries as out of date: the next slice makes them anew. @returns the name of this asking. */
export async function askResummariseAll(db: LensDatabase): Promise<string> {
  const pass: Pass = { asked: crypto.randomUUID(), after: "" }
  await db.put("meta", { key: passKey, value: pass })
  return pass.asked
}
