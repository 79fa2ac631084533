import { isCompleted, redIs, renewsAs } from "../lifecycle/renewal"
import { steps, type Recommendation } from "./recommendation"

/** The joint Renewal Health Assessment of TA and AE at 120 days (section 7). */
export const renewalAssessment120: Recommendation = {
  id: "renewal-assessment-120",
  ladder: "dated-duty",
  source: "7",
  rule: ({ renewal }) =>
    `The renewal is 0 to ${renewal.formalDays} days out and its playbook is not completed.`,
  when: ({ renewal, churned, facts, policy }) =>
    !churned &&
    renewal.phase === "formal" &&
    !isCompleted(facts, policy.names.renewal, renewal.formalOn ?? ""),
  title: () => "Do the Renewal Health Assessment with the AE",
  why: ({ renewal, health }) => renewsAs(renewal.daysOut ?? 0, health.band),
  steps: ({ facts, policy, tier, health, unhealthy }) => [
    ...(tier.team !== null && policy.renewal.aeLeadsTeams.includes(tier.team)
      ? steps(["ae-leads", "The AE leads; give your assessment."])
      : []),
    ...steps(
      ["assess", "TA and AE do the Renewal Health Assessment together."],
      ["rating", "Managers agree the rating."],
    ),
    ...(health.band === "poor" ? steps(["red", redIs(facts)]) : []),
    ...(health.band === "concerning"
      ? steps([
          "yellow",
          policy.renewal.yellowSavePlan
            ? "Yellow: write a save plan and discuss it in 1:1s."
            : `Yellow: keep the ${policy.names.getWell} going, with its weekly status.`,
        ])
      : []),
    ...(health.band === "healthy" ? steps(["green", "Green: monitor."]) : []),
    ...(unhealthy
      ? steps(
          ["weekly-check", "TA: weekly progress check; leadership every two weeks."],
          ["forecast", "AE: weekly forecast (full churn, partial churn, flat)."],
        )
      : steps(["forecast", "AE: weekly forecast; green may be incremental."])),
    ...steps([
      "product-gaps",
      "Log product gaps on the renewal opportunity: P0 dealbreaker, P1 pain, P2 nice to have.",
    ]),
  ],
  dueOn: ({ renewal }) => renewal.formalOn,
  playbook: "renewal",
  print: ({ health }) => [health.band],
}
