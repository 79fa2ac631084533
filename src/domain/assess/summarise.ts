/** The stored row of one account: dates, never day counts (design.md, decision 6). */
import type { AccountSummary, WaitingMessage } from "../assessment"
import { differsOf } from "../candidates/differs"
import { causesOf } from "../day/causes"
import { type Context, contextOf } from "../lifecycle/context"
import { type AccountFacts, type Clock, TRAIT_KEYS } from "../facts"
import type { HealthCore } from "../health/core"
import type { Policy } from "../policy/policy"
import { reason } from "../recommendations/material"
import { hasRole } from "../lifecycle/risks"
import { chooseActions, fingerprintOf } from "./recommend"

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
  const summary: AccountSummary = {
    id: facts.id,
    name: facts.name,
    tier: tier.name,
    tierRank: tier.tier ? tier.chosen : null,
    team: tier.team,
    stage: context.lifecycle.stage,
    score: health.official?.score ?? health.score,
    band: health.band,
    topActions: chosen.slice(0, policy.scenarios.shown).map((action) => ({
      id: action.rule.id,
      title: action.rule.title(context),
      dueOn: action.dueOn,
      fingerprint: fingerprintOf(action, context),
    })),
  }
  // A key only where it has a value: the compound index then skips rows that never come due.
  set(summary, "nurturingBelowOn", context.lifecycle.belowOn)
  set(summary, "salesforceId", facts.salesforceId?.value)
  set(summary, "owner", owner)
  set(summary, "arr", facts.arr?.value)
  set(summary, "currency", facts.currency)
  set(summary, "renewalOn", renewal.on)
  set(summary, "earlyOn", renewal.earlyOn)
  set(summary, "formalOn", renewal.formalOn)
  set(summary, "lastContactOn", contact.last?.on)
  set(summary, "lastContactChannel", contact.last?.channel)
  set(summary, "contactDueSoonOn", contact.dueSoonOn)
  set(summary, "contactDueOn", contact.dueOn)
  set(summary, "contactOverdueOn", contact.overdueOn)
  set(summary, "contactUnknown", contact.unknownBecause)
  set(summary, "waitingSince", contact.waiting?.since)
  set(summary, "waitingMessage", waitingMessage(context))
  if (facts.traits.activeChampion?.value === false) summary.noChampion = true
  if (facts.traits.accessToBuyer?.value === false) summary.noBuyer = true
  const causes = causesOf(health)
  if (causes.length > 0) summary.causes = causes
  set(summary, "lighthouse", facts.lighthouse?.value)
  set(summary, "churnedOn", facts.churnedOn?.value)
  set(summary, "openSupportTickets", facts.openSupportTickets?.value)
  set(summary, "slackActive", facts.slackActive?.value)
  set(summary, "mauOverSeats", typeof mau === "number" ? mau : undefined)
  set(summary, "traits", cellsOf(health))
  set(summary, "redAccount", facts.redAccount?.value)
  set(summary, "openTasks", facts.tasks?.filter(({ completedAt }) => completedAt === undefined).length)
  set(summary, "accountExecutive", facts.accountExecutive)
  set(summary, "championName", contactWith("Champion", facts))
  set(summary, "buyerName", contactWith("Economic Buyer", facts))
  set(summary, "reason", reason(context)?.step.text)
  set(summary, "differs", differsOf(facts))
  return summary
}

/** Undefined if no trait has data. */
function cellsOf({ readings, statuses }: HealthCore): AccountSummary["traits"] {
  const cells: NonNullable<AccountSummary["traits"]> = {}
  for (const key of TRAIT_KEYS) {
    const { value } = readings[key]
    if (value !== null) cells[key] = { value, status: statuses[key] }
  }
  return Object.keys(cells).length === 0 ? undefined : cells
}

const contactWith = (role: string, { contacts = [] }: AccountFacts) =>
  contacts.find((contact) => hasRole([contact], role))?.name

function waitingMessage({ contact }: Context): WaitingMessage | null {
  if (!contact.waiting) return null
  const { channel, who, subject, url, id } = contact.waiting.touch
  return {
    channel,
    ...(who !== undefined && { who }),
    ...(subject !== undefined && { subject }),
    ...(url !== undefined && { url }),
    ...(id !== undefined && { touchId: id }),
  }
}

function set<K extends keyof AccountSummary>(
  summary: AccountSummary,
  key: K,
  value: AccountSummary[K] | null | undefined,
): void {
  if (value !== undefined && value !== null) summary[key] = value
}
