import type { EvidenceRule } from "~src/domain/policy/policy"
import type { LensDatabase } from "../../cache/database"
import { fits } from "../../evidence/corrections"

/** How many cached touches a rule would judge differently from now, and of how many customers. */
export async function previewRule(
  db: LensDatabase,
  rule: EvidenceRule,
): Promise<{ touches: number; customers: number }> {
  const customers = new Set<string>()
  let touches = 0
  let cursor = await db.transaction("touches").store.openCursor()
  while (cursor) {
    const touch = cursor.value
    const counts = (touch.verdict ?? (touch.automatic ? "machine" : "person")) === "person"
    if (counts !== rule.counts && fits(rule, touch)) {
      touches += 1
      customers.add(touch.accountId)
    }
    cursor = await cursor.continue()
  }
  return { touches, customers: customers.size }
}
