import { staleExperienceFix } from "../health/traits/versions-behind"
import { bounds } from "../health/traits/rule"
import { gainOf, isLow, wordsOf } from "./of-trait"
import type { Recommendation } from "./recommendation"

/** Low technical health: an old version depresses use (section 3d). */
export const versionsBehind: Recommendation = {
  id: "versions-behind",
  ladder: "usage-technical",
  source: "3d",
  rule: ({ health }) => `More than ${bounds(health.thresholds.versionsBehind).green} releases behind.`,
  when: (context) => !context.churned && isLow(context, "versionsBehind"),
  title: () => "Help them upgrade",
  why: wordsOf("versionsBehind"),
  steps: () => staleExperienceFix,
  lift: gainOf("versionsBehind"),
  print: ({ health }) => [health.statuses.versionsBehind],
}
