/** Everything known of a few customers of a book, for pages that say more than a list does. */
import type { AccountFacts } from "~src/domain/facts"

import { type FactsContext, loadFacts } from "../account-facts"
import { factsContextOf } from "../account-facts/account-context"
import type { WorkerContext } from "../kernel/context"

/** More at once would keep other questions waiting. */
const together = 20

export async function factsOf(
  context: WorkerContext,
  ids: readonly string[],
): Promise<{ facts: Map<string, AccountFacts>; factsContext: FactsContext }> {
  const factsContext = await factsContextOf(context)
  const facts = new Map<string, AccountFacts>()
  for (let at = 0; at < ids.length; at += together) {
    const some = ids.slice(at, at + together)
    const loaded = await Promise.all(some.map((id) => loadFacts(context.db, id, factsContext)))
    loaded.forEach((one) => one && facts.set(one.id, one))
  }
  return { facts, factsContext }
}
