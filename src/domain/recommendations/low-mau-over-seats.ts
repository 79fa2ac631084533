import type { ActionStep } from "../assessment"
import type { Context } from "../lifecycle/context"
import type { TraitKey } from "../facts"
import { traitRules } from "../health/traits"
import { seatsOf } from "../health/traits/mau-over-seats"
import { bounds } from "../health/traits/rule"
import { list, percent, plural } from "../words"
import { nextUpdateOn, planAge, runningPlan } from "../lifecycle/running-plan"
import { missedGoal } from "./missed-goal"
import { getWellPlan } from "./plan-steps"
import { renewal180Unhealthy } from "./renewal-180-unhealthy"
import { gainOf, isLow } from "./of-trait"
import type { Recommendation } from "./recommendation"

const CAUSES: readonly { key: TraitKey; word: string }[] = [
  { key: "sentiment", word: "sentiment" },
  { key: "versionsBehind", word: "versions behind" },
  { key: "preciseIntel", word: "precise navigation off" },
  { key: "defectTickets90d", word: "bug tickets" },
  { key: "helpTickets90d", word: "question tickets" },
  { key: "activeChampion", word: "no champion" },
  { key: "accessToBuyer", word: "no buyer access" },
  { key: "lastActivityDays", word: "long silence" },
  { key: "dauOverMau", word: "low daily use" },
]

/** MAU/seats below 80% with 45 days of tenure: causes first, then the low utilization project (sections 3d and 6b). */
export const lowMauOverSeats: Recommendation = {
  id: "low-mau-over-seats",
  ladder: "usage-technical",
  source: "3d, 6b",
  rule: ({ scenarios: { lowUtilization } }) =>
    `MAU/seats below ${percent(lowUtilization.below)} and ${lowUtilization.minTenureDays} days or more since production-ready, else contract start (or neither date known).`,
  when: ({ health, policy, tenureDays, sinceClose, churned }) => {
    const value = health.readings.mauOverSeats.value
    const { below, minTenureDays } = policy.scenarios.lowUtilization
    // Where only the signature is known, it is the youngest that they can be.
    const days = tenureDays ?? sinceClose
    const old = days === null || days >= minTenureDays
    return !churned && old && typeof value === "number" && value < below - 1e-9
  },
  title: ({ policy, facts }) =>
    `Bring use up to ${percent(policy.scenarios.lowUtilization.below)} of ${seatsOf(facts)}`,
  why: (context) => {
    const { health, facts, policy } = context
    const use = traitRules.mauOverSeats.explain({
      value: (health.readings.mauOverSeats.value ?? 0) as never,
      status: health.statuses.mauOverSeats,
      threshold: {
        ...bounds(policy.health.thresholds.mauOverSeats),
        green: policy.scenarios.lowUtilization.below,
      },
      facts,
    })
    return `${use} ${missedGoal(context)}`.trim()
  },
  steps: (context) => {
    const { policy, facts } = context
    const shared = sharesGetWell(context)
    const field = policy.mapping.labels.lowUtilizationContext?.[0] ?? "the context field"
    const filled = facts.lowUtilizationContext
      ? `${field} says: "${facts.lowUtilizationContext.value}". Keep it current.`
      : `Fill in ${field}.`
    const { updateEveryDays } = policy.scenarios.lowUtilization
    const age = planAge(planOf(context), context.clock, updateEveryDays, "The plan")
    const plan: ActionStep[] = shared
      ? [
          {
            id: "one-plan",
            text: `One plan for both: keep it in the ${policy.names.getWell}, don't start a second one.`,
          },
        ]
      : []
    return [
      { id: "causes", text: causesText(context) },
      { id: "context-field", text: filled },
      ...plan,
      ...getWellPlan(context),
      {
        id: "weekly-update",
        text: `Update it every ${plural(policy.scenarios.lowUtilization.updateEveryDays, "day")}. ${age}`.trim(),
      },
    ]
  },
  dueOn: (context) => nextUpdateOn(planOf(context), context.policy.scenarios.lowUtilization.updateEveryDays),
  playbook: ({ policy }) => (policy.names.lowUtilization === "" ? null : "lowUtilization"),
  playbookElsewhere: sharesGetWell,
  links: ["usageDashboard", "healthTraits"],
  lift: gainOf("mauOverSeats"),
  print: ({ health }) => [health.statuses.mauOverSeats],
}

/** Beside an unhealthy renewal's Get Well project no second one is begun. */
function sharesGetWell(context: Context): boolean {
  return context.policy.renewal.earlyAssessment && renewal180Unhealthy.when(context)
}

function planOf({ facts, policy, clock }: Context) {
  return runningPlan(facts, policy, "lowUtilization", clock)
}

/** The causes to check first are the other traits; the ones that are not green are named. */
function causesText(context: Context): string {
  const bad = CAUSES.filter(({ key }) => isLow(context, key))
  return bad.length === 0
    ? "Check the causes first: sentiment, versions, tickets, champion, buyer, silence, daily use. None of the known ones is yellow or red here."
    : `Check the causes first; here: ${list(bad.map((cause) => cause.word))}.`
}
