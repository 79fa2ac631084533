import { score } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** In Lighthouse and green again: propose the exit (section 6). */
export const lighthouseExit: Recommendation = {
  id: "lighthouse-exit",
  ladder: "dated-duty",
  source: "6",
  rule: () => "In Lighthouse and green.",
  when: ({ facts, health, churned }) =>
    !churned && facts.lighthouse?.value === true && health.band === "healthy",
  title: () => "Propose the Lighthouse exit",
  why: ({ health }) =>
    `The account is in Lighthouse and green, ${score(health.official?.score ?? health.score ?? 0)} of 10.`,
  steps: ({ policy }) =>
    steps(
      ["criteria", `Check that every exit criterion of the ${policy.names.lighthouse} is met.`],
      ["agree", "Exit needs Sales and TS to agree: bring it to the two-weekly meeting."],
      ["weekly", "Until then keep the weekly update."],
    ),
}
