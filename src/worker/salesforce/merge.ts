/** Two systems' records as one list each. Which single value wins is chosen elsewhere (`domain/candidates`). */
import type { AccountFacts, ContactFact, OpportunityFact, SourceSystem, Touch } from "~src/domain/facts"

import { bookTouchPrefix } from "./activity-touches"
import type { SalesforceFacts } from "./salesforce-facts"

/** Facts of one account with Salesforce's records added. Neither input is changed. `currency`: of Vitally's amounts. */
export function mergeSalesforce(
  facts: AccountFacts,
  salesforce: SalesforceFacts,
  currency: string | undefined,
): AccountFacts {
  const merged: AccountFacts = { ...facts }
  const mappedCurrency = salesforce.mapped.currency?.value
  const ofSalesforce =
    salesforce.currency ?? (typeof mappedCurrency === "string" ? mappedCurrency.trim() : undefined)
  putCurrencies(merged, { vitally: currency, salesforce: ofSalesforce })
  if (salesforce.openOpportunities?.length)
    merged.openOpportunities = salesforce.openOpportunities.map((row) =>
      withCurrency(row, merged, ofSalesforce),
    )
  if (salesforce.lostRenewals?.length) merged.lostRenewals = salesforce.lostRenewals
  if (salesforce.supportTickets?.length)
    merged.supportTickets = [...(facts.supportTickets ?? []), ...salesforce.supportTickets]
  if (salesforce.contacts?.length) merged.contacts = joinContacts(facts.contacts ?? [], salesforce.contacts)
  if (salesforce.upcomingMeetings?.length) {
    const known = new Set((facts.upcomingMeetings ?? []).map((meeting) => meeting.at.slice(0, 16)))
    const fresh = salesforce.upcomingMeetings.filter((meeting) => !known.has(meeting.at.slice(0, 16)))
    merged.upcomingMeetings = [...(facts.upcomingMeetings ?? []), ...fresh].sort((a, b) =>
      a.at.localeCompare(b.at),
    )
  }
  const own = salesforceTouches(salesforce)
  merged.touches = [...withoutTold(facts.touches ?? [], own), ...own]
  return merged
}

/** The book's refresh keeps one touch without words for an account: it goes where the activities themselves tell as much. */
function withoutTold(touches: Touch[], activities: Touch[]): Touch[] {
  const newest =
    activities
      .map(({ on }) => on ?? "")
      .sort()
      .at(-1) ?? ""
  return touches.filter(({ id, on }) => !id?.startsWith(bookTouchPrefix) || (on ?? "") > newest)
}

/** LastActivityDate is only the fallback where Salesforce shows no activity of its own (facts, section 6). */
function salesforceTouches(salesforce: SalesforceFacts): Touch[] {
  const touches = salesforce.touches ?? []
  const last = salesforce.lastActivityOn
  if (touches.length > 0 || !last) return touches
  return [
    {
      at: last.value,
      on: last.value,
      channel: "other",
      direction: "unknown",
      automatic: false,
      source: "salesforce",
    },
  ]
}

/** Each amount in its own system's currency: one that only the other system names is not put on it. */
function putCurrencies(
  facts: AccountFacts,
  named: { vitally: string | undefined; salesforce: string | undefined },
): void {
  if (named.vitally === undefined && named.salesforce === undefined) return
  const of = (source: SourceSystem) => (source === "salesforce" ? named.salesforce : named.vitally) ?? ""
  const { arr } = facts
  facts.currency = arr ? of(arr.source) : (named.vitally ?? named.salesforce ?? "")
  if (arr?.other) facts.otherCurrency = of(arr.other.source)
}

/** An opportunity is in its own currency, else in that of its account in Salesforce. */
function withCurrency(
  row: OpportunityFact,
  { currency }: AccountFacts,
  ofSalesforce: string | undefined,
): OpportunityFact {
  if (row.currency !== undefined || currency === undefined) return row
  return { ...row, currency: ofSalesforce ?? "" }
}

/** One row for a person both systems know, by e-mail; Salesforce holds the roles. */
function joinContacts(vitally: ContactFact[], salesforce: ContactFact[]): ContactFact[] {
  const byEmail = new Map(vitally.filter((row) => row.email).map((row) => [row.email?.toLowerCase(), row]))
  const joined = salesforce.map((row) => {
    const known = row.email ? byEmail.get(row.email.toLowerCase()) : undefined
    if (!known) return row
    byEmail.delete(row.email?.toLowerCase())
    return { ...known, ...row, roles: [...new Set([...row.roles, ...known.roles])], id: known.id }
  })
  const rest = vitally.filter((row) => !row.email || byEmail.has(row.email.toLowerCase()))
  return [...joined, ...rest]
}
