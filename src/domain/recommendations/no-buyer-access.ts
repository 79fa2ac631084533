import { traitRules } from "../health/traits"
import { withoutChampion } from "../health/traits/active-champion"
import { gainOf, wordsOf } from "./of-trait"
import type { Recommendation } from "./recommendation"

/** No open line to the buyer (section 3d). */
export const noBuyerAccess: Recommendation = {
  id: "no-buyer-access",
  ladder: "relationship",
  source: "3d",
  rule: () => "Relationship - Access to buyer? is false.",
  when: ({ facts, churned }) => !churned && facts.traits.accessToBuyer?.value === false,
  title: () => "Open a line to the buyer",
  why: wordsOf("accessToBuyer"),
  steps: ({ facts }) => withoutChampion(traitRules.accessToBuyer.fix, facts),
  links: ["traitsExplained"],
  lift: gainOf("accessToBuyer"),
}
