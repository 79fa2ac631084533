import type { ActionStep } from "../../assessment"
import { plural } from "../../words"
import { bounds, greenIs, type TraitRule } from "./rule"

/** Section 3d, "versions behind / precise off": the same advice for both. */
export const staleExperienceFix: ActionStep[] = [
  { id: "deployment-notes", text: "Check the deployment notes for what holds an upgrade back." },
  {
    id: "improvements",
    text: "List the improvements since their version and tie each to one of their goals.",
  },
  { id: "supported", text: "Tell them that Support covers the current and the previous major version." },
  { id: "multi-version", text: "Mention that several versions can be upgraded in one go." },
  { id: "deployment-fit", text: "Evaluate with them whether the deployment suits the long term." },
  { id: "executors", text: "Discuss what blocks executors." },
  { id: "ie-help", text: "Offer an implementation engineer's help." },
  { id: "cloud", text: "Weigh a move to Cloud with the account executive." },
]

/** `Last Month Versions Behind` (section 3b). */
export const versionsBehind: TraitRule<number> = {
  key: "versionsBehind",
  label: "Last Month Versions Behind",
  category: "technical",
  origin: "BigQuery",
  measures: "Releases behind the newest at the end of last month.",
  whyItMatters: "A stale experience depresses use, and improvements already made never reach the customer.",
  freshness: "Monthly, at month end.",
  manual: false,
  unit: "releases",
  valueText: (value) => plural(value, "release"),
  explain: ({ value, status, threshold }) => {
    if (value === 0) return "On the newest release."
    const behind = `${plural(value, "release")} behind.`
    if (status === "healthy") return `${behind} ${greenIs(threshold)}`
    const by = Math.ceil(value - bounds(threshold).green)
    return `${behind} Upgrading by ${by === 1 ? "one release" : `${by} releases`} makes this green.`
  },
  toGreen: (threshold, facts) => {
    const by = Math.ceil((facts.traits.versionsBehind?.value ?? 0) - bounds(threshold).green)
    return `Upgrading by ${by === 1 ? "one release" : `${by} releases`}`
  },
  fix: staleExperienceFix,
  missing: "No version is reported: the instance sends no telemetry, or the trait is not mapped.",
}
