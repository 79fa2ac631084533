import { liftOf } from "../health/score"
import { traitRules } from "../health/traits"
import { percent } from "../words"
import { bounds } from "../health/traits/rule"
import type { Recommendation } from "./recommendation"

/** Low usage score: people are present, but not by habit (section 3d). Part of the low utilization plan where there is one. */
export const lowDauOverMau: Recommendation = {
  id: "low-dau-over-mau",
  ladder: "usage-technical",
  source: "3d",
  rule: ({ health }) =>
    `The usage score (DAU/MAU) is below ${percent(bounds(health.thresholds.dauOverMau).green)}.`,
  when: ({ health, churned }) =>
    !churned && (health.statuses.dauOverMau === "concerning" || health.statuses.dauOverMau === "poor"),
  title: () => "Make use a daily habit",
  why: ({ health, facts, policy }) =>
    traitRules.dauOverMau.explain({
      value: (health.readings.dauOverMau.value ?? 0) as never,
      status: health.statuses.dauOverMau,
      threshold: policy.health.thresholds.dauOverMau,
      facts,
    }),
  steps: () => traitRules.dauOverMau.fix,
  links: ["usageDashboard"],
  lift: ({ health }) => liftOf(health.points, health.formula.weights, "dauOverMau"),
  mergeInto: ["low-mau-over-seats"],
  print: ({ health }) => [health.statuses.dauOverMau],
}
