/** Contradictions and gaps over a book, the weightiest first: from the cache alone. */
import { assess } from "~src/domain/assess/assess"
import { dataFindings } from "~src/domain/assess/data-findings"
import type { DataCheck, DataCheckRow } from "~src/messaging/views/data-check"
import { factsContextOf } from "~src/worker/account-facts/account-context"
import { buildFacts, type FactsContext, loadRows } from "~src/worker/account-facts"
import { settableTraits } from "~src/worker/account-facts/writable-traits"
import { salesforceIdFor } from "~src/worker/account-facts/salesforce-record"
import type { WorkerContext } from "~src/worker/kernel/context"

import { readBooks } from "../../lists/read-lists"
import { dataCareId } from "./choices"

/** `ownerId`: whose book; absent: the user's own. */
export async function dataCheck(
  context: WorkerContext,
  { ownerId }: { ownerId?: string },
): Promise<DataCheck> {
  const { me, salesforce } = await context.settings.get()
  const owner = ownerId ?? me?.adminId
  const [facts, { today }] = await Promise.all([factsContextOf(context), context.clock()])
  const book = owner === undefined ? [] : await readBooks(context.db, [owner])
  const rows: DataCheckRow[] = []
  // One at a time: a page of sixty customers must not hold every row of the cache in memory at once.
  for (const { id } of book) rows.push(...(await rowsOf(context, facts, id, salesforce.connected)))
  rows.sort((a, b) => b.weight - a.weight || b.depends - a.depends || a.name.localeCompare(b.name))
  return { today, customers: book.length, rows }
}

async function rowsOf(
  context: WorkerContext,
  factsContext: FactsContext,
  accountId: string,
  withSalesforce: boolean,
): Promise<DataCheckRow[]> {
  const { db } = context
  const [stored, care] = await Promise.all([loadRows(db, accountId), db.get("care", dataCareId(accountId))])
  if (!stored) return []
  const { account } = stored
  const facts = buildFacts(stored, factsContext)
  const assessment = assess(facts, factsContext.policy, factsContext.clock)
  const owners = (account.owners ?? []).map((id) => factsContext.admins.get(id) ?? "Somebody else")
  const isUnmatched = withSalesforce && (await salesforceIdFor(context, account)) === undefined
  const arr = facts.arr?.value
  const settable = settableTraits(factsContext.policy.mapping, factsContext.traitMap)
  const standing = {
    owners,
    isUnmatched,
    canSet: (trait: (typeof settable)[number]) => settable.includes(trait),
  }
  return dataFindings(facts, assessment, standing).map((finding) => ({
    ...finding,
    accountId,
    name: facts.name,
    weight: (arr ?? 0) * finding.depends,
    isSeen: finding.isSettled === true || care?.seen?.[finding.key] === finding.print,
    ...(arr !== undefined && { arr }),
    ...(facts.currency !== undefined && { currency: facts.currency }),
  }))
}
