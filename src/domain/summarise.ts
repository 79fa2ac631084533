/** The stored row of one account: dates, never day counts (design.md, decision 6). */
import type { AccountSummary } from "./assessment"
import { contextOf } from "./context"
import type { AccountFacts, Clock } from "./facts"
import type { Policy } from "./policy"
import { chooseActions } from "./recommend"
import { reason } from "./recommendations/material"

/**
 * What lists and the badge need. About 20 microseconds. `clock` decides only which evidence lies in the future, which actions apply and the
 * account's stage: every date stays right when the day turns.
 *
 * @param owner the Vitally admin whose book it is in
 */
export function summarise(facts: AccountFacts, policy: Policy, clock: Clock, owner?: string): AccountSummary {
  const context = contextOf(facts, policy, clock)
  const { contact, tier, health, renewal } = context
  const chosen = chooseActions(context)
  const mau = health.readings.mauOverSeats.value
  return {
    id: facts.id,
    name: facts.name,
    ...given("salesforceId", facts.salesforceId?.value),
    ...given("owner", owner),
    tier: tier.name,
    tierRank: tier.tier ? tier.chosen : null,
    team: tier.team,
    stage: context.lifecycle.stage,
    score: health.official?.score ?? health.score,
    band: health.band,
    ...given("arr", facts.arr?.value),
    ...given("currency", facts.currency),
    ...given("renewalOn", renewal.on ?? undefined),
    ...given("earlyOn", renewal.earlyOn ?? undefined),
    ...given("formalOn", renewal.formalOn ?? undefined),
    ...given("lastContactOn", contact.last?.on),
    ...given("lastContactChannel", contact.last?.channel),
    ...given("contactDueSoonOn", contact.dueSoonOn ?? undefined),
    ...given("contactDueOn", contact.dueOn ?? undefined),
    ...given("contactOverdueOn", contact.overdueOn ?? undefined),
    ...given("contactUnknown", contact.unknownBecause ?? undefined),
    ...given("waitingSince", contact.waiting?.since),
    ...given("lighthouse", facts.lighthouse?.value),
    ...given("churnedOn", facts.churnedOn?.value),
    ...given("openSupportTickets", facts.openSupportTickets?.value),
    ...given("slackActive", facts.slackActive?.value),
    ...given("mauOverSeats", typeof mau === "number" ? mau : undefined),
    ...given("reason", reason(context)?.step.text),
    topActions: chosen.slice(0, policy.scenarios.shown).map(({ rule, dueOn }) => ({
      id: rule.id,
      title: rule.title(context),
      dueOn,
    })),
  }
}

/** A key only where it has a value: the compound index skips rows that never come due. */
function given<K extends string, V>(key: K, value: V | undefined): { [P in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: V })
}
