/** Everything the rules found about one account, handed to risks and recommendations. */
import { daysBetween } from "../calendar"
import { contactCore, type ContactCore } from "../contact/assess-contact"
import { windowFor } from "../contact/window"
import type { LifecycleResult } from "../assessment"
import type { AccountFacts, Clock } from "../facts"
import { isUnhealthy } from "../health/bands"
import { healthCore, type HealthCore } from "../health/core"
import { lifecycleOf } from "./lifecycle"
import type { Policy } from "../policy/policy"
import { renewalCore, type RenewalCore } from "./renewal"
import { tierCore, type TierCore } from "../tier/choose"

export interface Context {
  facts: AccountFacts
  policy: Policy
  clock: Clock
  tier: TierCore
  lifecycle: LifecycleResult
  health: HealthCore
  contact: ContactCore
  renewal: RenewalCore
  /** Yellow or red. */
  unhealthy: boolean
  /** The contract is over and the customer gone. */
  churned: boolean
  /** Whole days since production-ready, else contract start; null if neither is known or has come. */
  tenureDays: number | null
  /** Whole days since the deal closed, else since contract start; null likewise. */
  sinceClose: number | null
  /** What `sinceClose` is counted from: a sentence names only the date there is. */
  closedBy: "signature" | "contract start"
}

/** Runs the rules in their order: tier, lifecycle, health, contact, renewal. No texts yet. Never throws on parsed facts. */
export function contextOf(facts: AccountFacts, policy: Policy, clock: Clock): Context {
  const tier = tierCore(facts, policy.tiers)
  const lifecycle = lifecycleOf(facts, policy.lifecycle, clock)
  const health = healthCore(facts, policy, clock, lifecycle.stage)
  const contact = contactCore(facts, policy, clock, windowFor(policy.contact, tier.team, tier.name))
  const renewal = renewalCore(facts, policy.renewal, clock)
  return {
    facts,
    policy,
    clock,
    tier,
    lifecycle,
    health,
    contact,
    renewal,
    unhealthy: isUnhealthy(health.band),
    churned: contact.churned,
    tenureDays: since([facts.productionReadyOn?.value, facts.contractStartOn?.value], clock),
    sinceClose: since([facts.closeOn?.value, facts.contractStartOn?.value], clock),
    closedBy:
      facts.closeOn !== undefined && facts.closeOn.value <= clock.today ? "signature" : "contract start",
  }
}

function since(days: (string | undefined)[], clock: Clock): number | null {
  const start = days.find((day) => day !== undefined && day <= clock.today)
  return start === undefined ? null : daysBetween(start, clock.today)
}
