import type { Context } from "../lifecycle/context"
import { fellDueOn } from "../lifecycle/fell-due"
import { renewsIn } from "../lifecycle/renewal"
import { colour } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** Nominate for Lighthouse: a red renewal; where a team's rule says so, any renewal risk (sections 6 and 7). */
export const lighthouseEntry: Recommendation = {
  id: "lighthouse-entry",
  ladder: "dated-duty",
  source: "6, 7",
  rule: ({ renewal, scenarios }) =>
    `Not in Lighthouse, and red with the renewal 0 to ${renewal.formalDays} days out; for ${scenarios.lighthouseAnyRiskTeams.join(", ")}: yellow or red 0 to ${renewal.earlyDays} days out.`,
  when: (context) => !context.churned && context.facts.lighthouse?.value !== true && atRisk(context),
  title: () => "Nominate it for Lighthouse",
  why: ({ renewal, health }) => `${renewsIn(renewal.daysOut ?? 0)} and is ${colour(health.band)}.`,
  steps: ({ policy }) =>
    steps(
      ["save-plan", `Write the ${policy.names.lighthouse}.`],
      ["review-ae", "Review it with the AE at once; share it with the RSD and the TA director."],
      [
        "present",
        "Present it at the next two-weekly meeting: problem or goal, measurable exit criteria, steps with owners.",
      ],
      ["sponsor", "An executive sponsor is assigned."],
      ["weekly", "Update it weekly in the 1:1; then report the last two weeks and blockers."],
      ["exit", "Exit when the criteria are met and Sales and TS agree."],
    ),
  // "Review with the AE at once": from the day on which it became a case for it.
  dueOn: ({ facts, renewal, health }) =>
    renewal.phase === "formal" && health.band === "poor"
      ? fellDueOn(facts, renewal.formalOn, ["poor"])
      : fellDueOn(facts, renewal.earlyOn, ["concerning", "poor"]),
  playbook: "lighthouse",
  print: ({ health }) => [health.band],
}

function atRisk({ renewal, health, unhealthy, tier, policy }: Context): boolean {
  if (renewal.phase === "formal" && health.band === "poor") return true
  const anyRisk = tier.team !== null && policy.scenarios.lighthouseAnyRiskTeams.includes(tier.team)
  return anyRisk && unhealthy && (renewal.phase === "early" || renewal.phase === "formal")
}
