import { staleExperienceFix } from "./versions-behind"
import type { ActionStep } from "../../assessment"
import type { TraitRule } from "./rule"

const onTheirRelease: ActionStep[] = [
  { id: "one-language", text: "Offer to turn precise navigation on for their main language." },
  { id: "executors", text: "Discuss what blocks executors." },
  { id: "ie-help", text: "Offer an implementation engineer's help." },
]

/** Steps of upgrading only where releases are known to be missing. */
export function preciseFix(versionsBehind: unknown): ActionStep[] {
  const isBehind = typeof versionsBehind === "number" && versionsBehind > 0
  if (!isBehind) return onTheirRelease
  return [...onTheirRelease.slice(0, 1), ...staleExperienceFix]
}

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
  fix: onTheirRelease,
  missing: "Not reported: the instance sends no telemetry, or the trait is not mapped.",
}
