import { liftOf } from "../health/score"
import { traitRules } from "../health/traits"
import type { Recommendation } from "./recommendation"

/** No open line to the buyer (section 3d). */
export const noBuyerAccess: Recommendation = {
  id: "no-buyer-access",
  ladder: "relationship",
  source: "3d",
  rule: () => "Relationship - Access to buyer? is false.",
  when: ({ facts, churned }) => !churned && facts.traits.accessToBuyer?.value === false,
  title: () => "Open a line to the buyer",
  why: () =>
    "We can't reach the person who signs. Ask the champion for an introduction; offer a one-page results summary.",
  steps: () => traitRules.accessToBuyer.fix,
  links: ["traitsExplained"],
  lift: ({ health }) => liftOf(health.points, health.formula.weights, "accessToBuyer"),
}
