import { cadenceOf } from "../lifecycle/cadences"
import { daysBetween } from "../calendar"
import type { Context } from "../lifecycle/context"
import { planUpdate } from "../lifecycle/plan"
import { nearDate, shortDate } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** The success plan of the quarter is due (sections 4 and 6). Without a known date nobody is nagged. */
export const successPlan: Recommendation = {
  id: "success-plan",
  ladder: "dated-duty",
  source: "4, 6",
  rule: ({ scenarios }) =>
    `The plan's date is known, its period ends within ${scenarios.planReminderDays} days (or a whole period was missed), and it was not updated in it.`,
  when: (context) => {
    if (context.churned || !updated(context)) return false
    const due = planDue(context)
    if (!due?.nextOn) return false
    const soon = daysBetween(context.clock.today, due.nextOn) <= context.policy.scenarios.planReminderDays
    return due.overdue || soon
  },
  title: () => "Renew the success plan",
  why: (context) => {
    const on = updated(context)?.value ?? context.clock.today
    const due = planDue(context)
    const missed = due?.overdue === true ? ", and a whole period was missed" : ""
    return `The plan was last updated on ${shortDate(on, context.clock.today)}${missed}; it is owed ${due?.rhythm ?? ""}, next by ${nearDate(due?.nextOn ?? on, context.clock.today)}.`
  },
  steps: () =>
    steps(
      ["goals", "Agree measurable goals with the customer."],
      ["actions", "Keep the actions as tasks."],
      ["relationships", "Plan relationships and wins that build champions."],
      ["asks", "Write down what you ask of the business."],
    ),
  dueOn: (context) => planDue(context)?.nextOn ?? null,
  playbook: "successPlan",
}

function updated({ facts, policy, clock }: Context) {
  return planUpdate(facts, policy, clock)
}

function planDue(context: Context) {
  return cadenceOf("success-plan", context)
}
