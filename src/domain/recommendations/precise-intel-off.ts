import { preciseFix } from "../health/traits/precise-intel"
import { gainOf, wordsOf } from "./of-trait"
import type { Recommendation } from "./recommendation"

/** Precise navigation is off: the same advice as for an old version where it is one, and part of it where both apply (section 3d). */
export const preciseIntelOff: Recommendation = {
  id: "precise-intel-off",
  ladder: "usage-technical",
  source: "3d",
  rule: () => "Precise Intel Status is inactive.",
  when: ({ facts, churned }) => !churned && facts.traits.preciseIntel?.value === false,
  title: () => "Turn precise navigation on",
  why: wordsOf("preciseIntel"),
  steps: ({ health }) => preciseFix(health.readings.versionsBehind.value),
  lift: gainOf("preciseIntel"),
  mergeInto: ["versions-behind"],
}
