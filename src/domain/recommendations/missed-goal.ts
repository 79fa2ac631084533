/** The adoption goal in the words of the recommendations that hang on it. */
import { adoptionGoal, type AdoptionGoal } from "../lifecycle/adoption-goal"
import type { Context } from "../lifecycle/context"
import { nearDate, percent, plural } from "../words"

/** "The goal of 80% within 45 days of production-ready was missed by 50 points, on Sun 29 Nov." Empty where it was not. */
export function missedGoal(context: Context): string {
  const found = goal(context)
  if (found?.state !== "missed") return ""
  const { adoptionGoal: rule } = context.policy.lifecycle
  const points = Math.round(found.short * 100)
  return `The goal of ${percent(rule.mauOverSeats)} within ${rule.days} days of ${found.since} was missed by ${plural(points, "point")}, on ${nearDate(found.on, context.clock.today)}.`
}

export function goal({ facts, policy, clock, health }: Context): AdoptionGoal | null {
  return adoptionGoal(facts, policy.lifecycle, clock, health.readings.mauOverSeats.value)
}
