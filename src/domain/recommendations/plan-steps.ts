/** The Get Well Plan's shape, shared by low utilization and unhealthy renewals (section 6b). */
import type { ActionStep } from "../assessment"
import type { Context } from "../lifecycle/context"
import { seatsOf } from "../health/traits/mau-over-seats"
import { percent } from "../words"

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
