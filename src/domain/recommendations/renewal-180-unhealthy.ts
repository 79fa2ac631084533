import { redIs, renewsAs } from "../lifecycle/renewal"
import { plural } from "../words"
import type { Context } from "../lifecycle/context"
import { fellDueOn } from "../lifecycle/fell-due"
import { nextUpdateOn, planAge, runningPlan } from "../lifecycle/running-plan"
import { getWellPlan } from "./plan-steps"
import { steps, type Recommendation } from "./recommendation"

/** Yellow or red within 180 days of renewal: Get Well, or an early warning where the preset has no project (section 7). */
export const renewal180Unhealthy: Recommendation = {
  id: "renewal-180-unhealthy",
  ladder: "dated-duty",
  source: "6, 7",
  rule: ({ renewal, names }) =>
    renewal.earlyAssessment
      ? `Yellow or red and the renewal is 0 to ${renewal.earlyDays} days out: ${names.getWell}.`
      : `Yellow or red and the renewal is ${renewal.formalDays + 1} to ${renewal.earlyDays} days out: early warning.`,
  when: ({ renewal, unhealthy, policy, churned }) =>
    !churned &&
    unhealthy &&
    (renewal.phase === "early" || (renewal.phase === "formal" && policy.renewal.earlyAssessment)),
  title: (context) => {
    const { policy, renewal } = context
    return policy.renewal.earlyAssessment
      ? `${planOf(context) ? "Update" : "Start"} the ${policy.names.getWell}`
      : `Early warning: unhealthy ${plural(renewal.daysOut ?? 0, "day")} before renewal`
  },
  why: (context) => {
    const { renewal, health, policy } = context
    const start = renewsAs(renewal.daysOut ?? 0, health.band)
    // The early warning has no plan yet whose age could be told.
    const age = policy.renewal.earlyAssessment
      ? planAge(planOf(context), context.clock, policy.scenarios.getWellUpdateEveryDays)
      : ""
    return `${start} ${age}`.trim()
  },
  steps: (context) => {
    const { policy, facts } = context
    if (!policy.renewal.earlyAssessment) {
      return steps(
        [
          "trait-breakdown",
          "Open the trait breakdown and agree with the AE what has to change before the formal process.",
        ],
        ["lighthouse-or-save-plan", `${redIs(facts)} Yellow: prepare a save plan.`],
      )
    }
    return [
      ...steps(["inspection", `${policy.names.getWell}: inspect the account.`]),
      ...getWellPlan(context),
      ...steps(["weekly-status", "Give a weekly status."]),
      ...(policy.renewal.yellowRedMeeting
        ? steps(["yellow-red-meeting", "Bring it to the weekly Yellow/Red Renewals meeting."])
        : []),
    ]
  },
  dueOn: (context) => {
    const { facts, renewal, policy } = context
    if (!policy.renewal.earlyAssessment) return null
    const plan = planOf(context)
    return plan
      ? nextUpdateOn(plan, policy.scenarios.getWellUpdateEveryDays)
      : fellDueOn(facts, renewal.earlyOn, ["concerning", "poor"])
  },
  playbook: ({ policy }) => (policy.renewal.earlyAssessment ? "getWell" : null),
  links: ["healthTraits"],
  print: ({ health }) => [health.band],
}

function planOf({ facts, policy, clock }: Context) {
  return runningPlan(facts, policy, "getWell", clock)
}
