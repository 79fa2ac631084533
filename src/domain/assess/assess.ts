/** The whole answer about one customer, with texts: for opened accounts. */
import type { Assessment } from "../assessment"
import { cadencesOf, owedOf } from "../lifecycle/cadences"
import { explainContact } from "../contact/assess-contact"
import { contextOf } from "../lifecycle/context"
import { conflictsOf } from "../candidates/conflicts"
import type { AccountFacts, Clock } from "../facts"
import { explainHealth } from "../health/assess-health"
import { LINK_LABELS } from "../policy/link-labels"
import type { LinkKey, Policy } from "../policy/policy"
import { planOf } from "../lifecycle/plan"
import { renewalPlanOf } from "./renewal-plan"
import { actionsOf, linksOf } from "./recommend"
import { explainRenewal } from "../lifecycle/renewal"
import { risksOf } from "../lifecycle/risks"
import { fallText, usageFalls } from "../usage/usage-notes"
import { explainTier } from "../tier/explain"

/** Pure: the same facts, policy and clock give the same answer. At most about a millisecond. */
export function assess(facts: AccountFacts, policy: Policy, clock: Clock): Assessment {
  const context = contextOf(facts, policy, clock)
  const actions = actionsOf(context)
  const falls = usageFalls(facts, policy, clock.today)
  return {
    accountId: facts.id,
    name: facts.name,
    today: clock.today,
    tier: { ...explainTier(facts, policy.tiers, context.tier), owed: owedOf(context) },
    lifecycle: context.lifecycle,
    health: explainHealth(facts, policy, clock, context.health, context.churned),
    contact: explainContact(facts, policy, clock, context.contact),
    renewal: explainRenewal(facts, policy, clock, context.renewal, context.health.band, context.tier.team),
    risks: risksOf(context),
    conflicts: conflictsOf(facts, clock.today).map(({ fact, text }) => ({ fact, text })),
    ...(falls.length > 0 && {
      usageFalls: falls.map((fall) => ({
        fact: fall.fact,
        text: fallText(fall, clock.today),
        until: fall.until,
      })),
    }),
    successPlan: planOf(facts, policy, clock),
    cadences: cadencesOf(context),
    actions,
    plan: renewalPlanOf(context, actions),
    links: linksOf(Object.keys(LINK_LABELS) as LinkKey[], context),
  }
}
