/** What Salesforce said of an account when it was last read there. */
import { evidencePolicy } from "~src/domain/evidence/words"
import type { AccountFacts } from "~src/domain/facts"
import { readAccountBody } from "../salesforce/account-body"
import { mergeSalesforce } from "../salesforce/merge"
import { type SalesforceFacts, salesforceFacts } from "../salesforce/salesforce-facts"

import type { AccountRows, FactsContext } from "./context"

export interface SaidBySalesforce {
  facts: SalesforceFacts
  readAt: string
  /** Its user may see tasks or meetings. */
  showsActivity: boolean
}

/** Undefined where the account was never read there. */
export function saidBySalesforce(
  { details }: AccountRows,
  { policy, clock, salesforce }: FactsContext,
): SaidBySalesforce | undefined {
  const detail = details.find(({ part }) => part === "salesforce")
  const body = readAccountBody(detail?.body)
  if (!detail || !body) return undefined
  const facts = salesforceFacts(body, {
    mapping: policy.mapping,
    evidence: evidencePolicy(policy),
    deadContractWords: policy.renewal.deadContractWords,
    timeZone: clock.timeZone,
    today: clock.today,
    readAt: detail.readAt,
    apiHost: salesforce?.apiHost ?? "",
    ...(salesforce?.userId !== undefined && { userId: salesforce.userId }),
  })
  // If neither kind of activity was shown, Salesforce has said nothing of contact.
  const { tasks, events } = body.sections
  const showsActivity = tasks.state !== "hidden" || events.state !== "hidden"
  return { facts, readAt: detail.readAt, showsActivity }
}

/** Adds the records that are no single values: people, meetings, tickets, touches. `currency`: of Vitally's amounts. */
export function withSalesforce(
  facts: AccountFacts,
  said: SaidBySalesforce,
  currency: string | undefined,
): AccountFacts {
  const merged = mergeSalesforce(facts, said.facts, currency)
  if (said.showsActivity)
    merged.contactSources = [...(facts.contactSources ?? []), { source: "salesforce", syncedAt: said.readAt }]
  return merged
}
