/** What a policy would say, before it is saved: of one customer, and of the book's tiers. */
import { assess } from "~src/domain/assess/assess"
import { faultError } from "~src/messaging/fault"
import { parsePolicy } from "~src/schemas/policy"
import { loadFacts } from "~src/worker/account-facts"

import { factsContext } from "../../account-facts/facts-context"
import type { PartialHandlers } from "../../kernel/handlers"
import type { WorkerContext } from "../../kernel/context"
import type { Policy } from "~src/domain/policy/policy"
import { eachBookFacts } from "./book-facts"
import { tierCounter } from "./count-tiers"
import { currentPolicy } from "../../policy/stored-policy"

export const previewHandlers = {
  "policy.preview": async ({ policy, accountId }, context) => {
    const result = parsePolicy(policy)
    if (!result.ok) return { faults: result.faults }
    const assessWith = async (one: Policy) => {
      const factsWith = await contextWith(context, one)
      const facts = await loadFacts(context.db, accountId, factsWith)
      if (!facts) throw notCached()
      return assess(facts, one, factsWith.clock)
    }
    const [now, then] = [await assessWith(await currentPolicy(context)), await assessWith(result.policy)]
    return { now, then }
  },
  "policy.counts": async (_request, context) => {
    const counter = tierCounter()
    const facts = await contextWith(context, await currentPolicy(context))
    await eachBookFacts(context.db, facts, (one) => counter.add(one))
    return counter.result()
  },
} satisfies PartialHandlers

/** A policy's own words and map decide how traits are read, so facts are recomputed for each. */
async function contextWith(context: WorkerContext, policy: Policy) {
  const [{ timeZone }, { me }] = await Promise.all([context.clock(), context.settings.get()])
  return factsContext({ db: context.db, now: context.now, policy, timeZone, me })
}

function notCached() {
  return faultError(
    "not-found",
    "This customer is not in the cache.",
    "It may have left the workspace since you chose it.",
    "Choose another one.",
  )
}
