import { staleExperienceFix } from "../health/traits/versions-behind"
import { gainOf, wordsOf } from "./of-trait"
import type { Recommendation } from "./recommendation"

/** Precise navigation is off: the same advice as for an old version, and part of it where both apply (section 3d). */
export const preciseIntelOff: Recommendation = {
  id: "precise-intel-off",
  ladder: "usage-technical",
  source: "3d",
  rule: () => "Precise Intel Status is inactive.",
  when: ({ facts, churned }) => !churned && facts.traits.preciseIntel?.value === false,
  title: () => "Turn precise navigation on",
  why: wordsOf("preciseIntel"),
  steps: () => [
    { id: "one-language", text: "Offer to turn precise navigation on for their main language." },
    ...staleExperienceFix,
  ],
  lift: gainOf("preciseIntel"),
  mergeInto: ["versions-behind"],
}
