/** Everything the rules found about one account, handed to risks and recommendations. */
import type { LifecycleResult, OwedItem, RenewalResult } from "./assessment"
import type { ContactCore } from "./contact/assess-contact"
import type { AccountFacts, Clock } from "./facts"
import type { HealthCore } from "./health/assess-health"
import type { Policy } from "./policy"
import type { TierCore } from "./tier"
import { daysBetween } from "./calendar"
import { contactCore } from "./contact/assess-contact"
import { windowFor } from "./contact/window"
import { healthCore } from "./health/assess-health"
import { lifecycleOf } from "./lifecycle"
import { renewalOf } from "./renewal"
import { cadencesOf } from "./cadences"
import { tierOf } from "./tier"

export interface Context {
  facts: AccountFacts
  policy: Policy
  clock: Clock
  tier: TierCore
  lifecycle: LifecycleResult
  health: HealthCore
  contact: ContactCore
  renewal: RenewalResult
  cadences: OwedItem[]
  /** Yellow or red. */
  unhealthy: boolean
  /** The contract is over and the customer gone. */
  churned: boolean
  /** Whole days since production-ready, else contract start; null where neither is known or has come. */
  tenureDays: number | null
  /** Whole days since the deal closed, else since contract start; null likewise. */
  sinceClose: number | null
}

/** Runs the rules in their order: tier, lifecycle, health, contact, renewal, rhythms. Never throws on parsed facts. */
export function contextOf(facts: AccountFacts, policy: Policy, clock: Clock): Context {
  const tier = tierOf(facts, policy.tiers)
  const lifecycle = lifecycleOf(facts, policy.lifecycle, clock)
  const health = healthCore(facts, policy, clock, lifecycle.stage)
  const contact = contactCore(facts, policy, clock, windowFor(policy.contact, tier.team, tier.name))
  const renewal = renewalOf(facts, policy, clock, health.band, tier.team)
  const cadences = cadencesOf({
    facts,
    policy,
    clock,
    team: tier.team,
    lastContactOn: contact.last?.on ?? null,
    band: health.band,
    daysOut: renewal.daysOut,
  })
  return {
    facts,
    policy,
    clock,
    tier,
    lifecycle,
    health,
    contact,
    renewal,
    cadences,
    unhealthy: health.band === "concerning" || health.band === "poor",
    churned: contact.churned,
    tenureDays: since([facts.productionReadyOn?.value, facts.contractStartOn?.value], clock),
    sinceClose: since([facts.closeOn?.value, facts.contractStartOn?.value], clock),
  }
}

function since(days: (string | undefined)[], clock: Clock): number | null {
  const start = days.find((day) => day !== undefined && day <= clock.today)
  return start === undefined ? null : daysBetween(start, clock.today)
}
