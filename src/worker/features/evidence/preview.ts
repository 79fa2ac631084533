/** What a rule of the team would change, before it is one. */
import type { Touch } from "~src/domain/facts"
import type { EvidenceRule } from "~src/domain/policy/policy"
import { loadFacts } from "~src/worker/account-facts"
import { factsContextOf } from "~src/worker/account-facts/account-context"
import type { LensDatabase } from "../../cache/database"
import { fits } from "../../evidence/corrections"
import { salesforceDetailId } from "../../salesforce/detail-id"
import type { WorkerContext } from "../../kernel/context"

/** Rows of one read: few enough for other requests to be answered in between. */
const batch = 2_000

/** How many cached touches the rule would judge differently from now, and of how many customers. The user's own word and rules before it win. */
export async function previewRule(
  context: WorkerContext,
  rule: EvidenceRule,
): Promise<{ touches: number; customers: number }> {
  const facts = await factsContextOf(context)
  let touches = 0
  let customers = 0
  for (const id of await accountsWith(context.db, rule)) {
    const account = await loadFacts(context.db, id, facts)
    const changed = account?.touches?.filter((touch) => changes(touch, rule)).length ?? 0
    touches += changed
    if (changed > 0) customers += 1
  }
  return { touches, customers }
}

function changes(touch: Touch, rule: EvidenceRule): boolean {
  if (touch.reason === "corrected" || touch.reason === "rule") return false
  const counts = (touch.verdict ?? (touch.automatic ? "machine" : "person")) === "person"
  return counts !== rule.counts && fits(rule, touch)
}

/** Customers with a touch that the rule is about. Salesforce's activities have a subject only, and are told apart on reading. */
async function accountsWith(db: LensDatabase, rule: EvidenceRule): Promise<Set<string>> {
  const found = new Set<string>()
  for (let after: string | undefined; ;) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true)
    const rows = await db.getAll("touches", range, batch)
    for (const row of rows) if (fits(rule, row)) found.add(row.accountId)
    after = rows.at(-1)?.id
    if (after === undefined || rows.length < batch) break
  }
  if (rule.match !== "subject") return found
  const mark = salesforceDetailId("")
  for (const key of await db.getAllKeys("details"))
    if (key.endsWith(mark)) found.add(key.slice(0, -mark.length))
  return found
}
