import { addDays } from "../calendar"
import { isCompleted, renewsAs } from "../lifecycle/renewal"
import { steps, type Recommendation } from "./recommendation"

/** At 180 days every account completes its Health Assessment (section 7, default [S]). */
export const renewal180Assessment: Recommendation = {
  id: "renewal-180-assessment",
  ladder: "dated-duty",
  source: "7",
  rule: ({ renewal }) =>
    renewal.earlyAssessment
      ? `The renewal is ${renewal.earlyDays} to ${renewal.formalDays + 1} days out.`
      : "Not used by this preset: day 180 is an early warning only.",
  when: ({ renewal, policy, churned, facts }) =>
    !churned &&
    policy.renewal.earlyAssessment &&
    renewal.phase === "early" &&
    !isCompleted(facts, policy.names.healthAssessment, renewal.earlyOn ?? ""),
  title: ({ policy }) => `Complete the ${policy.names.healthAssessment}`,
  why: ({ renewal, health }) => renewsAs(renewal.daysOut ?? 0, health.band),
  steps: ({ policy }) =>
    steps(
      ["health-assessment", `Complete the ${policy.names.healthAssessment}.`],
      ["set-traits", "Set sentiment, champion and buyer access as they are today."],
      [
        "yellow-red",
        `If it comes out yellow or red: start the ${policy.names.getWell}${policy.renewal.yellowRedMeeting ? " and bring it to the Yellow/Red Renewals meeting" : ""}.`,
      ],
    ),
  dueOn: ({ renewal, policy }) =>
    renewal.on === null ? null : addDays(renewal.on, -policy.renewal.formalDays - 1),
  playbook: "healthAssessment",
  mergeInto: ["renewal-180-unhealthy"],
}
