/**
 * Two systems, one set of facts (design.md, decision 10): the policy says whose renewal date and ARR win; elsewhere
 * Vitally's value stands and Salesforce fills what is missing. The value that lost stays beside the one that won.
 */
import type { AccountFacts, ContactFact, Fact, OpportunityFact, SourceSystem, Touch } from "~src/domain/facts"
import { PLAIN_FACTS, TRAIT_FACTS } from "~src/domain/intake/read-fact"
import type { FactName, RenewalPolicy } from "~src/domain/policy/policy"

import { bookTouchPrefix } from "./activity-touches"
import type { SalesforceFacts } from "./salesforce-facts"

/** Set in Salesforce by hand: Vitally has at most a copy. */
const salesforcesOwn: ReadonlySet<FactName> = new Set<FactName>(["supportLevel", "accountType"])

/** Facts of one account with Salesforce's added. Neither input is changed. */
export function mergeSalesforce(
  facts: AccountFacts,
  salesforce: SalesforceFacts,
  policy: Pick<RenewalPolicy, "officialDate" | "officialArr">,
  normalise: (name: FactName, fact: Fact<unknown>) => Fact<unknown> | undefined,
): AccountFacts {
  const merged: AccountFacts = { ...facts, traits: { ...facts.traits } }
  let ofSalesforce = salesforce.currency
  for (const [name, raw] of Object.entries(salesforce.mapped) as [FactName, Fact<unknown>][]) {
    const fact = normalise(name, raw)
    if (!fact) continue
    if (name === "currency") {
      ofSalesforce ??= fact.value as string
      continue
    }
    if (PLAIN_FACTS.has(name)) {
      putPlain(merged, name, fact.value)
      continue
    }
    const salesforceWins =
      salesforcesOwn.has(name) ||
      (name === "arr" && policy.officialArr === "salesforce") ||
      (name === "renewalOn" && policy.officialDate === "salesforce")
    put(merged, name, fact, salesforceWins)
  }
  // A contract's end is firmer than a date somebody keeps on the account.
  if (salesforce.renewalOn)
    put(merged, "renewalOn", salesforce.renewalOn, policy.officialDate === "salesforce")
  if (salesforce.contractStartOn) put(merged, "contractStartOn", salesforce.contractStartOn, false)
  if (salesforce.employees) put(merged, "employees", salesforce.employees, false)
  putCurrencies(merged, { vitally: facts.currency, salesforce: ofSalesforce })
  if (salesforce.ownerName && !merged.accountExecutive) merged.accountExecutive = salesforce.ownerName
  if (salesforce.openOpportunities?.length)
    merged.openOpportunities = salesforce.openOpportunities.map((row) =>
      withCurrency(row, merged, ofSalesforce),
    )
  if (salesforce.lostRenewals?.length) merged.lostRenewals = salesforce.lostRenewals
  if (salesforce.supportTickets?.length) {
    merged.supportTickets = [...(facts.supportTickets ?? []), ...salesforce.supportTickets]
    merged.openSupportTickets ??= {
      value: salesforce.supportTickets.length,
      source: "salesforce",
      field: "Case",
    }
  }
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

type Slot = Partial<Record<string, Fact<unknown>>>

/** Texts without a source of their own: what is there stands. */
function putPlain(facts: AccountFacts, name: FactName, value: unknown): void {
  const slots = facts as unknown as Record<string, unknown>
  slots[name] ??= value
}

function put(facts: AccountFacts, name: FactName, fact: Fact<unknown>, salesforceWins: boolean): void {
  const slots = (TRAIT_FACTS.has(name) ? facts.traits : facts) as unknown as Slot
  const present = slots[name]
  if (!present) {
    slots[name] = fact
    return
  }
  // A second value of Salesforce's own, such as a contract's end over a field, replaces the first.
  if (present.source === "salesforce" && fact.source === "salesforce") {
    slots[name] = { ...fact, ...(present.other && { other: present.other }) }
    return
  }
  const [winner, loser] = salesforceWins ? [fact, present] : [present, fact]
  slots[name] = same(winner.value, loser.value) ? winner : { ...winner, other: withoutOther(loser) }
}

const withoutOther = ({ value, source, field, at }: Fact<unknown>) => ({
  value,
  source,
  ...(field !== undefined && { field }),
  ...(at !== undefined && { at }),
})

/** Amounts that differ by rounding, and dates given once as an instant, are the same. */
function same(a: unknown, b: unknown): boolean {
  if (typeof a === "number" && typeof b === "number")
    return Math.abs(a - b) <= Math.max(1, Math.abs(a) * 0.001)
  return a === b
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
