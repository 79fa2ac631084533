/** The whole answer about one customer, with texts: for opened accounts. */
import type { Assessment } from "./assessment"
import { owedOf } from "./cadences"
import { explainContact } from "./contact/assess-contact"
import { contextOf } from "./context"
import type { AccountFacts, Clock } from "./facts"
import { explainHealth } from "./health/assess-health"
import type { LinkKey, Policy } from "./policy"
import { actionsOf, linksOf, LINK_LABELS } from "./recommend"
import { risksOf } from "./risks"

/** Pure: the same facts, policy and clock give the same answer. At most about a millisecond. */
export function assess(facts: AccountFacts, policy: Policy, clock: Clock): Assessment {
  const context = contextOf(facts, policy, clock)
  const owed = owedOf({
    facts,
    policy,
    clock,
    team: context.tier.team,
    lastContactOn: context.contact.last?.on ?? null,
    band: context.health.band,
    daysOut: context.renewal.daysOut,
  })
  return {
    accountId: facts.id,
    name: facts.name,
    today: clock.today,
    tier: { ...context.tier, owed },
    lifecycle: context.lifecycle,
    health: explainHealth(facts, policy, clock, context.health),
    contact: explainContact(facts, policy, clock, context.contact),
    renewal: context.renewal,
    risks: risksOf(context),
    cadences: context.cadences,
    actions: actionsOf(context),
    links: linksOf(Object.keys(LINK_LABELS) as LinkKey[], policy),
  }
}
