/**
 * Flags with data behind them (domain brief, sections 6, 7 and 9): the retired red-account criteria that have a field, churn,
 * contact-role gaps, and traits that contradict the contacts.
 */
import type { Risk } from "../assessment"
import { daysBetween } from "../calendar"
import { countedFrom } from "../contact/assess-contact"
import type { Context } from "./context"
import { renewsIn } from "./renewal"
import { colour, list, money, plural, score, shortDate } from "../words"

type RiskRule = (context: Context) => Risk | null

const scoreAtOrBelowFive: RiskRule = ({ health, policy, churned }) => {
  const shown = health.official?.score ?? health.score
  if (churned || shown === null || shown > policy.health.warnAtOrBelow + policy.health.bands.tolerance)
    return null
  return {
    key: "score-at-or-below-5",
    label: `Score at or below ${policy.health.warnAtOrBelow}`,
    why: `The score is ${score(shown)} of 10; at or below ${policy.health.warnAtOrBelow} was a red-account trigger.`,
  }
}

const silence: RiskRule = ({ facts, contact, policy, clock, churned }) => {
  if (churned || contact.status === "exempt") return null
  const from = contact.last?.on ?? contact.from
  const days = from === null ? null : daysBetween(from, clock.today)
  if (days === null || days < policy.risks.silentDays) return null
  return {
    key: "silent-40-days",
    label: `No contact for ${policy.risks.silentDays} days`,
    why: contact.last
      ? `Nobody has been in touch for ${plural(days, "day")}.`
      : `No contact found in the ${plural(days, "day")} since ${countedFrom(facts)}.`,
  }
}

/** A missing production date alone says nothing about an old customer or one whose use is visible. */
const noProduction: RiskRule = ({ facts, policy, clock, sinceClose, closedBy, churned }) => {
  const { noProductionDays, noProductionUntilDays } = policy.risks
  if (churned || sinceClose === null || sinceClose < noProductionDays) return null
  const ready = facts.productionReadyOn?.value
  if (ready !== undefined && ready <= clock.today) return null
  const used = (facts.monthlyActiveUsers?.value ?? 0) > 0 || (facts.traits.mauOverSeats?.value ?? 0) > 0
  if (ready === undefined && (used || sinceClose > noProductionUntilDays)) return null
  const planned =
    ready === undefined
      ? "No production-ready date is recorded"
      : `Production is planned for ${shortDate(ready, clock.today)}`
  return {
    key: "no-production-60-days",
    label: `No production deployment ${noProductionDays} days after ${closedBy}`,
    why: `${planned}, ${plural(sinceClose, "day")} after ${closedBy}.`,
  }
}

const renewalUnhealthy: RiskRule = ({ renewal, health, unhealthy, policy, churned }) => {
  const { daysOut } = renewal
  if (churned || !unhealthy || daysOut === null || daysOut < 0 || daysOut > policy.renewal.earlyDays)
    return null
  return {
    key: "renewal-unhealthy",
    label: "Unhealthy before renewal",
    why: `${renewsIn(daysOut)} and is ${colour(health.band)}.`,
  }
}

const renewalEnded: RiskRule = ({ renewal, clock, churned }) =>
  churned || renewal.daysOut === null || renewal.daysOut >= 0
    ? null
    : {
        key: "renewal-ended",
        label: "Contract ended",
        why: `The contract ended ${plural(-renewal.daysOut, "day")} ago, ${shortDate(renewal.on ?? clock.today, clock.today)}.`,
      }

const churnRetro: RiskRule = ({ facts, policy, churned }) => {
  const arr = facts.arr?.value ?? 0
  if (!churned || arr <= policy.risks.churnRetroOverArr) return null
  return {
    key: "churn-retro",
    label: "Churned above the retro border",
    why: `${money(arr, facts.currency)} ARR churned; above ${money(policy.risks.churnRetroOverArr, facts.currency)} a retro is held.`,
  }
}

const noChampion: RiskRule = ({ facts, churned }) =>
  churned || facts.traits.activeChampion?.value !== false
    ? null
    : { key: "no-champion", label: "No champion", why: "Nobody advocates for us inside." }

const noBuyer: RiskRule = ({ facts, churned }) =>
  churned || facts.traits.accessToBuyer?.value !== false
    ? null
    : { key: "no-buyer-access", label: "No access to the buyer", why: "We can't reach the person who signs." }

const redAccount: RiskRule = ({ facts }) =>
  facts.redAccount?.value === true
    ? { key: "red-account", label: "Red account", why: "Account - Red Account? is set in Vitally." }
    : null

const lighthouse: RiskRule = ({ facts }) =>
  facts.lighthouse?.value === true
    ? { key: "lighthouse", label: "In Lighthouse", why: "The account has a Lighthouse save plan." }
    : null

/** Proposed check of section 9: the trait says yes, but no contact has the role. */
function roleContradiction(trait: "activeChampion" | "accessToBuyer", role: string, key: string): RiskRule {
  return ({ facts, churned }) => {
    if (churned || facts.traits[trait]?.value !== true || !facts.contacts) return null
    if (hasRole(facts.contacts, role)) return null
    const says = trait === "activeChampion" ? "an active champion" : "access to the buyer"
    return {
      key,
      label: `No ${role} among the contacts`,
      why: `Vitally says there is ${says}, but no contact has the role ${role}.`,
    }
  }
}

const missingRoles: RiskRule = ({ facts, policy, tier, churned }) => {
  if (churned || !facts.contacts) return null
  const wanted =
    policy.risks.roles.find((rule) => !rule.teams || rule.teams.includes(tier.team ?? ""))?.roles ?? []
  const missing = wanted.filter((role) => !hasRole(facts.contacts ?? [], role))
  return missing.length === 0
    ? null
    : {
        key: "contact-role-gaps",
        label: "Contact roles missing",
        why: `No contact has the role ${list(missing, "or")}.`,
      }
}

export function hasRole(contacts: readonly { roles: string[] }[], role: string): boolean {
  const wanted = role.toLowerCase()
  return contacts.some((contact) => contact.roles.some((own) => own.trim().toLowerCase() === wanted))
}

const rules: readonly RiskRule[] = [
  churnRetro,
  renewalEnded,
  renewalUnhealthy,
  redAccount,
  lighthouse,
  scoreAtOrBelowFive,
  silence,
  noProduction,
  noChampion,
  noBuyer,
  roleContradiction("activeChampion", "Champion", "champion-without-contact"),
  roleContradiction("accessToBuyer", "Economic Buyer", "buyer-without-contact"),
  missingRoles,
]

/** Every flag that applies, gravest first. */
export function risksOf(context: Context): Risk[] {
  return rules.flatMap((rule) => rule(context) ?? [])
}
