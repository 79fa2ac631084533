import type { Context } from "../lifecycle/context"
import { nextUpdateOn, planAge, runningPlan } from "../lifecycle/running-plan"
import { steps, type Recommendation } from "./recommendation"

/** In Lighthouse: the weekly update (section 6). */
export const lighthouseUpdate: Recommendation = {
  id: "lighthouse-update",
  ladder: "dated-duty",
  source: "6",
  rule: ({ scenarios }) => `In Lighthouse and not green; every ${scenarios.lighthouseUpdateEveryDays} days.`,
  when: ({ facts, health, churned }) =>
    !churned && facts.lighthouse?.value === true && health.band !== "healthy",
  title: (context) => `${planOf(context) ? "Update" : "Start"} the ${context.policy.names.lighthouse}`,
  why: (context) => {
    const plan = planOf(context)
    const { scenarios, names } = context.policy
    const age = planAge(plan, context.clock, scenarios.lighthouseUpdateEveryDays, "Its plan")
    const none = `Vitally holds no open project named "${names.lighthouse}" for it.`
    return `The account is in Lighthouse. ${age || (plan ? "Its plan is updated weekly." : none)}`
  },
  steps: () =>
    steps(
      ["weekly", "Update the plan weekly, in the 1:1."],
      ["report", "Report the last two weeks and the blockers at the two-weekly meeting."],
      ["criteria", "Check the exit criteria: which are met, which are not?"],
    ),
  dueOn: (context) => nextUpdateOn(planOf(context), context.policy.scenarios.lighthouseUpdateEveryDays),
  playbook: "lighthouse",
}

function planOf({ facts, policy, clock }: Context) {
  return runningPlan(facts, policy, "lighthouse", clock)
}
