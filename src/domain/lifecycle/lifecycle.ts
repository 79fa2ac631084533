/**
 * The lifecycle stage (domain brief, section 5). The workspace's own stage wins; within 120 days of renewal Renewing overrides
 * the rest, and stays past the date until a later one appears.
 */
import type { LifecycleResult } from "../assessment"
import { addDays, daysBetween } from "../calendar"
import type { AccountFacts, CalendarDate, Clock } from "../facts"
import { readTrait } from "../health/values"
import type { LifecyclePolicy } from "../policy/policy"
import { renewalDate, renewsIn } from "./renewal"
import { nearDate, percent, plural, shortDate } from "../words"

const TOLERANCE = 1e-9

/** Stage null if nothing is known that would place the account. */
export function lifecycleOf(facts: AccountFacts, policy: LifecyclePolicy, clock: Clock): LifecycleResult {
  const { names } = policy
  if (facts.stage && facts.stage.value.trim() !== "") {
    return { stage: facts.stage.value, why: "Set in the workspace's own lifecycle field." }
  }
  const churned = facts.churnedOn?.value
  if (churned !== undefined && churned <= clock.today) {
    return { stage: null, why: `The customer churned on ${shortDate(churned, clock.today)}.` }
  }
  const renewal = renewalDate(facts)?.value
  if (renewal !== undefined) {
    const out = daysBetween(clock.today, renewal)
    if (out <= policy.renewingDays) {
      const why =
        out < 0
          ? `The contract ended ${plural(-out, "day")} ago; Renewing until a later renewal date appears.`
          : `${renewsIn(out)}; Renewing starts ${policy.renewingDays} days before.`
      return { stage: names.renewing, why }
    }
  }
  const close = facts.closeOn?.value
  const contract = facts.contractStartOn?.value
  const start = [close, contract, facts.productionReadyOn?.value].find(
    (day) => day !== undefined && day <= clock.today,
  )
  if (start === undefined) {
    if (close === undefined) {
      const why = contract === undefined ? "No close or contract date is known." : startsOn(contract, clock)
      return { stage: null, why }
    }
    const ahead = daysBetween(clock.today, close)
    return ahead <= policy.prospectDaysBeforeClose
      ? {
          stage: names.prospect,
          why: `The deal closes in ${plural(ahead, "day")}, ${nearDate(close, clock.today)}.`,
        }
      : {
          stage: null,
          why: `The deal closes in ${plural(ahead, "day")}; Prospect starts ${policy.prospectDaysBeforeClose} days before.`,
        }
  }
  const day = daysBetween(start, clock.today)
  if (day < policy.onboardingDays) {
    return {
      stage: names.onboarding,
      why: `Day ${day} since ${shortDate(start, clock.today)}; Onboarding lasts until day ${policy.onboardingDays}.`,
    }
  }
  return adoptingOrNurturing(facts, policy, clock, day)
}

function startsOn(contract: string, clock: Clock): string {
  return `The contract starts in ${plural(daysBetween(clock.today, contract), "day")}, ${nearDate(contract, clock.today)}; no close date is known.`
}

/** Both goals met: Nurturing, and it stays so until the policy's days below have passed (proposed in section 5). */
function adoptingOrNurturing(
  facts: AccountFacts,
  policy: LifecyclePolicy,
  clock: Clock,
  day: number,
): LifecycleResult {
  const { names, nurturing } = policy
  const mau = readTrait(facts, "mauOverSeats", clock).value
  const dau = readTrait(facts, "dauOverMau", clock).value
  const goals = `${percent(nurturing.mauOverSeats)} of seats and ${percent(nurturing.dauOverMau)} daily use`
  if (typeof mau !== "number" || typeof dau !== "number") {
    return {
      stage: names.adopting,
      why: `Day ${day}; usage is not fully known, so ${goals} can't be confirmed.`,
    }
  }
  const now = `${percent(mau)} of seats and ${percent(dau)} daily use`
  if (mau >= nurturing.mauOverSeats - TOLERANCE && dau >= nurturing.dauOverMau - TOLERANCE) {
    return { stage: names.nurturing, why: `Day ${day}, with ${now}: both goals (${goals}) are met.` }
  }
  const belowOn = belowSince(facts, names.nurturing, clock)
  if (belowOn !== null && daysBetween(belowOn, clock.today) <= policy.nurturingLostAfterDays) {
    const until = addDays(belowOn, policy.nurturingLostAfterDays)
    return {
      stage: names.nurturing,
      why: `Below its goals (${goals}) since ${shortDate(belowOn, clock.today)}, with ${now}; it falls back to Adopting after ${nearDate(until, clock.today)}.`,
      belowOn,
    }
  }
  return { stage: names.adopting, why: `Day ${day}, with ${now}; Nurturing needs ${goals}.` }
}

/** Since when an account that was in Nurturing is below its goals: the day kept, else its last point with a stage. Null: it wasn't. */
function belowSince(
  { nurturingBelowOn, history }: AccountFacts,
  stage: string,
  { today }: Clock,
): CalendarDate | null {
  if (nurturingBelowOn !== undefined) return nurturingBelowOn
  const last = history?.findLast((point) => point.stage !== undefined && point.on <= today)
  return last?.stage === stage ? last.on : null
}
