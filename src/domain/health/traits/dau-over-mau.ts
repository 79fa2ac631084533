import { percent } from "../../words"
import { bounds, type TraitRule } from "./rule"

/** `Usage Score (Last 4 Wk DAU / Last Month MAU)` (section 3b). Not the old `Usage Score`. */
export const dauOverMau: TraitRule<number> = {
  key: "dauOverMau",
  label: "Usage Score (Last 4 Wk DAU / Last Month MAU)",
  category: "utilization",
  origin: "BigQuery",
  measures: "How many of last month's users come on a typical day.",
  whyItMatters: "People are present, but the product is no habit yet.",
  freshness: "Over the last four weeks, against last month's users.",
  manual: false,
  unit: "%",
  valueText: percent,
  explain: ({ value, status, threshold }) => {
    const { green, red } = bounds(threshold)
    const base = `${percent(value)} of last month's users come on a typical day.`
    return status === "poor"
      ? `${base} Green starts at ${percent(green)}; ${percent(red)} or less is red.`
      : `${base} Green starts at ${percent(green)}.`
  },
  toGreen: (threshold) => `Reaching ${percent(bounds(threshold).green)} daily use`,
  fix: [
    { id: "org-chart", text: "Build an org chart: which teams are there, and what do they do daily?" },
    { id: "team-by-team", text: "Enable team by team." },
    {
      id: "project-in-hand",
      text: "Offer help with the project they have in hand, rather than naming features.",
    },
    { id: "power-users", text: "Build power users." },
    { id: "listen", text: "Listen and advise." },
  ],
  missing: "No usage is reported: the instance sends no telemetry, or the trait is not mapped.",
}
