import { addDays } from "../calendar"
import { nearDate, percent, plural } from "../words"
import type { Context } from "../lifecycle/context"
import { steps, type Recommendation } from "./recommendation"

/** Onboarding of a customer who signed, with the adoption goal (sections 5 and 6). */
export const newCustomer: Recommendation = {
  id: "new-customer",
  ladder: "dated-duty",
  source: "5, 6, 9, 10, 12",
  rule: ({ lifecycle }) =>
    `Within ${lifecycle.onboardingDays} days of the close. Goal: ${percent(lifecycle.adoptionGoal.mauOverSeats)} of seats within ${lifecycle.adoptionGoal.days} days of production-ready, else of contract start.`,
  when: ({ sinceClose, policy, churned }) =>
    !churned && sinceClose !== null && sinceClose < policy.lifecycle.onboardingDays,
  title: () => "Onboard the new customer",
  why: (context) => {
    const { adoptionGoal } = context.policy.lifecycle
    const mau = context.health.readings.mauOverSeats.value
    const now = typeof mau === "number" ? ` Now ${percent(mau)}.` : ""
    const goal = goalOn(context) < context.clock.today ? "The goal was" : "Goal:"
    return `Day ${context.sinceClose ?? 0} since ${context.closedBy}. ${goal} ${percent(adoptionGoal.mauOverSeats)} of seats active by ${nearDate(goalOn(context), context.clock.today)}.${now}`
  },
  steps: ({ policy, tier }) =>
    steps(
      [
        "kick-off",
        `Hold the ${tier.team === "Scaled" ? "30-minute" : "partnership"} kick-off: goals, contract, contacts, onboarding programme, metrics and cadence.`,
      ],
      [
        "contact-mapping",
        "Map the contacts: champion, buyer, instance admin, program contact. The CE tags them within 7 days of signature.",
      ],
      ["training-101", "Give training 101."],
      ["training-102", "Give training 102."],
      ["training-admin", "Train the admins."],
      ["training-cody", "Give the Cody training."],
      ["ie-hand-over", "The IE involves the TA about three weeks before deployment ends."],
      [
        "adoption-goal",
        `Bring ${percent(policy.lifecycle.adoptionGoal.mauOverSeats)} of seats to use within ${plural(policy.lifecycle.adoptionGoal.days, "day")} of production-ready; implementation is expected within the first few weeks.`,
      ],
    ),
  dueOn: goalOn,
  playbook: "onboarding",
  print: ({ lifecycle }) => [lifecycle.stage],
}

function goalOn({ facts, policy, clock }: Context): string {
  const start =
    facts.productionReadyOn?.value ?? facts.contractStartOn?.value ?? facts.closeOn?.value ?? clock.today
  return addDays(start, policy.lifecycle.adoptionGoal.days)
}
