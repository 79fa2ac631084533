import { addDays } from "../calendar"
import { colour, plural } from "../words"
import { getWellPlan, planAge } from "./plan-steps"
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
  title: ({ policy, renewal }) =>
    policy.renewal.earlyAssessment
      ? `Get well before renewal: ${policy.names.getWell}`
      : `Early warning: unhealthy ${plural(renewal.daysOut ?? 0, "day")} before renewal`,
  why: (context) => {
    const { renewal, health, policy } = context
    const start = `Renews in ${plural(renewal.daysOut ?? 0, "day")}, ${colour(health.band)}.`
    return `${start} ${planAge(context, policy.scenarios.getWellUpdateEveryDays)}`.trim()
  },
  steps: (context) => {
    const { policy } = context
    if (!policy.renewal.earlyAssessment) {
      return steps(
        [
          "trait-breakdown",
          "Open the trait breakdown and agree with the AE what has to change before the formal process.",
        ],
        ["lighthouse-or-save-plan", "Red: nominate it for Lighthouse. Yellow: prepare a save plan."],
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
  dueOn: ({ facts, clock, policy }) => {
    const last = facts.planUpdatedOn?.value
    if (!policy.renewal.earlyAssessment) return null
    return last === undefined || last > clock.today
      ? clock.today
      : addDays(last, policy.scenarios.getWellUpdateEveryDays)
  },
  playbook: "getWell",
  links: ["healthTraits"],
  print: ({ health }) => [health.band],
}
