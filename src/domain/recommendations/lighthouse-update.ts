import { addDays } from "../calendar"
import { planAge } from "./plan-steps"
import { steps, type Recommendation } from "./recommendation"

/** In Lighthouse: the weekly update (section 6). */
export const lighthouseUpdate: Recommendation = {
  id: "lighthouse-update",
  ladder: "dated-duty",
  source: "6",
  rule: ({ scenarios }) => `In Lighthouse and not green; every ${scenarios.lighthouseUpdateEveryDays} days.`,
  when: ({ facts, health, churned }) =>
    !churned && facts.lighthouse?.value === true && health.band !== "healthy",
  title: ({ policy }) => `Update the ${policy.names.lighthouse}`,
  why: (context) =>
    `The account is in Lighthouse. ${planAge(context, context.policy.scenarios.lighthouseUpdateEveryDays, "Its plan") || "Its plan is updated weekly."}`,
  steps: () =>
    steps(
      ["weekly", "Update the plan weekly, in the 1:1."],
      ["report", "Report the last two weeks and the blockers at the two-weekly meeting."],
      ["criteria", "Check the exit criteria: which are met, which are not?"],
    ),
  dueOn: ({ facts, clock, policy }) => {
    const last = facts.planUpdatedOn?.value
    return last === undefined || last > clock.today
      ? clock.today
      : addDays(last, policy.scenarios.lighthouseUpdateEveryDays)
  },
  playbook: "lighthouse",
}
