/**
 * Whether a manual trait is known to be old (domain brief, section 3d). Staleness needs evidence: our own write, an observed
 * change, or completion of the project that asks for it. Without any it is unknown, and nobody is nagged.
 */
import { daysBetween, dayOf } from "../calendar"
import type { AccountFacts, CalendarDate, Clock, TraitKey } from "../facts"
import type { Policy } from "../policy/policy"
import { traitRules } from "./traits"

/** The latest day on which the trait is known to have been looked at; null without evidence. */
export function knownSetOn(
  key: TraitKey,
  facts: AccountFacts,
  policy: Policy,
  clock: Clock,
): CalendarDate | null {
  const fact = facts.traits[key]
  const asks = policy.cadences.find((cadence) => cadence.evidence.traits === true)?.evidence.names ?? []
  const evidence = [
    facts.manualTraitsSetOn?.[key],
    fact?.source === "manual" && fact.at !== undefined ? dayOf(fact.at, clock.timeZone) : null,
    ...(facts.projects ?? [])
      .filter((project) => asks.some((word) => project.name.toLowerCase().includes(word)))
      .map((project) => project.completedOn),
  ]
  const past = evidence.filter((day): day is CalendarDate => typeof day === "string" && day <= clock.today)
  return past.length === 0 ? null : past.reduce((a, b) => (a > b ? a : b))
}

/** True for a manual trait whose last known setting lies more than the policy's days back. */
export function isStale(key: TraitKey, facts: AccountFacts, policy: Policy, clock: Clock): boolean {
  if (!traitRules[key].manual || facts.traits[key] === undefined) return false
  const setOn = knownSetOn(key, facts, policy, clock)
  return setOn !== null && daysBetween(setOn, clock.today) > policy.health.staleAfterDays
}
