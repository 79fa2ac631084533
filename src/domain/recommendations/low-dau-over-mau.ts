import { traitRules } from "../health/traits"
import { percent } from "../words"
import { bounds } from "../health/traits/rule"
import { gainOf, isLow, wordsOf } from "./of-trait"
import type { Recommendation } from "./recommendation"

/** Low usage score: people are present, but not by habit (section 3d). Part of the low utilization plan if there is one. */
export const lowDauOverMau: Recommendation = {
  id: "low-dau-over-mau",
  ladder: "usage-technical",
  source: "3d",
  rule: ({ health }) =>
    `The usage score (DAU/MAU) is below ${percent(bounds(health.thresholds.dauOverMau).green)}.`,
  // In the first weeks nobody has habits yet.
  when: (context) =>
    !context.churned &&
    isLow(context, "dauOverMau") &&
    (context.tenureDays ?? context.sinceClose ?? Infinity) >=
      context.policy.scenarios.lowUtilization.minTenureDays,
  title: () => "Make use a daily habit",
  why: wordsOf("dauOverMau"),
  steps: () => traitRules.dauOverMau.fix,
  links: ["usageDashboard"],
  lift: gainOf("dauOverMau"),
  mergeInto: ["low-mau-over-seats"],
  print: ({ health }) => [health.statuses.dauOverMau],
}
