/** A facts file at its boundary (the assess script): any JSON object; what can't be read is left out. */
import type { AccountFacts, Clock } from "~src/domain/facts"
import { factsFromLoose } from "~src/domain/intake/loose"
import type { Policy } from "~src/domain/policy/policy"

export type FactsResult = { ok: true; facts: AccountFacts } | { ok: false; reason: string }

/** Facts from a file's text. */
export function importFacts(json: string, policy: Policy, clock: Clock): FactsResult {
  let parsed: unknown
  try {
    parsed = JSON.parse(json.replace(/^\uFEFF/, ""))
  } catch {
    return { ok: false, reason: "The facts file is not valid JSON." }
  }
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed)) {
    return { ok: false, reason: "The facts file must hold one JSON object, the facts of one account." }
  }
  return { ok: true, facts: factsFromLoose(parsed, policy.mapping, clock) }
}
