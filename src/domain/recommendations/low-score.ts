import { smallestFix } from "../health/smallest-fix"
import { colour, inner, score } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** Overall yellow or red: churn risk (section 3d). The traits' own recommendations rank before it, by lift. */
export const lowScore: Recommendation = {
  id: "low-score",
  ladder: "usage-technical",
  source: "3d",
  rule: () => "The overall health is yellow or red (Vitally's where known).",
  when: ({ unhealthy, churned }) => unhealthy && !churned,
  title: ({ health }) => `Lift the score from ${colour(health.band)}`,
  why: ({ health, facts, policy }) => {
    const shown = health.official?.score ?? health.score ?? 0
    const fix = smallestFix(health, facts, policy.health)
    return `${score(shown)} of 10, ${colour(health.band)}. ${fix?.text ?? ""}`.trim()
  },
  steps: ({ health, facts, policy }) => {
    const fix = smallestFix(health, facts, policy.health)
    return [
      ...steps(["trait-breakdown", "Open the trait breakdown and start where the lift is largest."]),
      ...(fix ? steps(["smallest-fix", `The shortest way: ${inner(fix.text)}`]) : []),
      ...(policy.links.healthChanges === ""
        ? []
        : steps(["changes", "Look at which categories changed lately."])),
    ]
  },
  links: ["healthTraits", "healthChanges", "traitsExplained"],
  print: ({ health }) => [health.band],
}
