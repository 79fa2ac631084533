/** The Get Well Plan's shape, shared by low utilization and unhealthy renewals (section 6b). */
import { daysBetween } from "../calendar"
import type { ActionStep } from "../assessment"
import type { Context } from "../lifecycle/context"
import { seatsOf } from "../health/traits/mau-over-seats"
import { percent, plural } from "../words"

/** Account state, in dev onboarding?, in their docs?, stakeholder syncs?, plan, help needed, tasks. */
export function getWellPlan({ policy, facts }: Context): ActionStep[] {
  return [
    { id: "plan-state", text: "Get Well Plan: write down the state of the account." },
    { id: "plan-dev-onboarding", text: "Is Sourcegraph part of their developer onboarding?" },
    { id: "plan-internal-docs", text: "Is it in their internal documentation?" },
    { id: "plan-stakeholders", text: "Are there regular stakeholder syncs?" },
    {
      id: "plan-to-goal",
      text: `Plan the way to ${percent(policy.scenarios.lowUtilization.below)} of ${seatsOf(facts)}, and the help it needs.`,
    },
    { id: "plan-tasks", text: "Turn the actions into tasks with dates and owners." },
  ]
}

/** "The Get Well plan was last updated 13 days ago; it is due weekly." Empty where no date is known. */
export function planAge({ facts, clock }: Context, everyDays: number, name = "The Get Well plan"): string {
  const on = facts.planUpdatedOn?.value
  if (on === undefined || on > clock.today) return ""
  const days = daysBetween(on, clock.today)
  const ago = days === 0 ? "today" : `${plural(days, "day")} ago`
  const rhythm = everyDays === 7 ? "weekly" : everyDays === 14 ? "every two weeks" : `every ${everyDays} days`
  return `${name} was last updated ${ago}; it is due ${rhythm}.`
}
