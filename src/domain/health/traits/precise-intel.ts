import { staleExperienceFix } from "./versions-behind"
import type { TraitRule } from "./rule"

/** `Precise Intel Status` (section 3b). Red when inactive is implied there. */
export const preciseIntel: TraitRule<boolean> = {
  key: "preciseIntel",
  label: "Precise Intel Status",
  category: "technical",
  origin: "BigQuery",
  measures: "Whether precise navigation is on for at least one language.",
  whyItMatters: "Without it navigation is by search only, and the product feels less exact than it is.",
  freshness: "Refreshed from usage data.",
  manual: false,
  unit: "",
  valueText: (value) => (value ? "Active" : "Inactive"),
  explain: ({ value }) =>
    value
      ? "Precise navigation is on for at least one language."
      : "Precise navigation is off. Turning it on for one language makes this green.",
  toGreen: () => "Turning precise navigation on for one language",
  fix: staleExperienceFix,
  missing: "Not reported: the instance sends no telemetry, or the trait is not mapped.",
}
