import { daysBetween } from "../calendar"
import { withoutChampion } from "../health/traits/active-champion"
import { nearDate, percent, plural } from "../words"
import { lowMauOverSeats } from "./low-mau-over-seats"
import { goal } from "./missed-goal"
import { newCustomer } from "./new-customer"
import { steps, type Recommendation } from "./recommendation"

/** The first weeks' goal where onboarding is over and low use is no case yet: no hole between the two (sections 5 and 6b). */
export const adoptionGoal: Recommendation = {
  id: "adoption-goal",
  ladder: "dated-duty",
  source: "5, 6b",
  rule: ({ lifecycle: { adoptionGoal: goal } }) =>
    `Fewer than ${percent(goal.mauOverSeats)} of the seats are active and the ${goal.days} days since production-ready, else contract start, are not over.`,
  when: (context) =>
    !context.churned &&
    goal(context)?.state === "running" &&
    !newCustomer.when(context) &&
    !lowMauOverSeats.when(context),
  title: ({ policy }) => `Reach ${percent(policy.lifecycle.adoptionGoal.mauOverSeats)} of the seats`,
  why: (context) => {
    const { on = context.clock.today } = goal(context) ?? {}
    const { today } = context.clock
    const now = Number(context.health.readings.mauOverSeats.value ?? 0)
    return `Goal: ${percent(context.policy.lifecycle.adoptionGoal.mauOverSeats)} of seats active by ${nearDate(on, today)}, in ${plural(daysBetween(today, on), "day")}. Now ${percent(now)}.`
  },
  steps: ({ facts }) =>
    withoutChampion(
      steps(
        ["teams", "Ask which teams have seats and do not use them yet, and what they work on."],
        ["trainings", "Give the trainings that are still open: 101, 102, admins, Cody."],
        ["internal-docs", "Have it put into their developer onboarding and internal documentation."],
        ["champion", "Agree with the champion who invites the next teams, and by when."],
      ),
      facts,
    ),
  dueOn: (context) => goal(context)?.on ?? null,
  links: ["usageDashboard"],
  print: (context) => [goal(context)?.on],
}
