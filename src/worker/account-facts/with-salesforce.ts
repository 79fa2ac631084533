import { readFact } from "~src/domain/intake/read-fact"
import type { AccountFacts } from "~src/domain/facts"
import { readAccountBody } from "../salesforce/account-body"
import { mergeSalesforce } from "../salesforce/merge"
import { salesforceFacts } from "../salesforce/salesforce-facts"

import type { AccountRows, FactsContext } from "./context"

/** Adds what Salesforce said of the account when it was last read there; the same facts where it never was. */
export function withSalesforce(
  facts: AccountFacts,
  { details }: AccountRows,
  context: FactsContext,
): AccountFacts {
  const detail = details.find(({ part }) => part === "salesforce")
  const body = readAccountBody(detail?.body)
  if (!detail || !body) return facts
  const { policy, clock, scales, salesforce } = context
  const { mapping } = policy
  const said = salesforceFacts(body, {
    mapping,
    timeZone: clock.timeZone,
    today: clock.today,
    readAt: detail.readAt,
    apiHost: salesforce?.apiHost ?? "",
    ...(salesforce?.userId !== undefined && { userId: salesforce.userId }),
  })
  const merged = mergeSalesforce(facts, said, policy.renewal, (name, fact) => {
    const value = readFact(name, fact.value, { scales, clock, words: mapping })
    return value === undefined ? undefined : { ...fact, value }
  })
  // Where neither kind of activity was shown, Salesforce has said nothing of contact.
  const { tasks, events } = body.sections
  if (tasks.state !== "hidden" || events.state !== "hidden")
    merged.contactSources = [
      ...(facts.contactSources ?? []),
      { source: "salesforce", syncedAt: detail.readAt },
    ]
  return merged
}
