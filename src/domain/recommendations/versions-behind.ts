import { liftOf } from "../health/score"
import { traitRules } from "../health/traits"
import { staleExperienceFix } from "../health/traits/versions-behind"
import { bounds } from "../health/traits/rule"
import type { Recommendation } from "./recommendation"

/** Low technical health: an old version depresses use (section 3d). */
export const versionsBehind: Recommendation = {
  id: "versions-behind",
  ladder: "usage-technical",
  source: "3d",
  rule: ({ health }) => `More than ${bounds(health.thresholds.versionsBehind).green} releases behind.`,
  when: ({ health, churned }) =>
    !churned &&
    (health.statuses.versionsBehind === "concerning" || health.statuses.versionsBehind === "poor"),
  title: () => "Help them upgrade",
  why: ({ health, facts, policy }) =>
    traitRules.versionsBehind.explain({
      value: (health.readings.versionsBehind.value ?? 0) as never,
      status: health.statuses.versionsBehind,
      threshold: policy.health.thresholds.versionsBehind,
      facts,
    }),
  steps: () => staleExperienceFix,
  lift: ({ health }) => liftOf(health.points, health.formula.weights, "versionsBehind"),
  print: ({ health }) => [health.statuses.versionsBehind],
}
