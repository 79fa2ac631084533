import type { ActionStep } from "../../assessment"
import { plural } from "../../words"
import { bounds, greenIs, type TraitRule } from "./rule"

/** The handbook gives no advice on tickets; the review with Support is our proposal (section 3d). */
export const ticketsFix: ActionStep[] = [
  {
    id: "review-with-support",
    text: "Review the tickets of the last 90 days with Support: what repeats, what is still open?",
  },
  {
    id: "tell-the-customer",
    text: "Tell the customer what was fixed, and log product gaps with their severity.",
  },
]

function ticketTrait(
  words: Pick<TraitRule<number>, "label" | "measures"> & {
    key: "defectTickets90d" | "helpTickets90d"
    one: string
  },
): TraitRule<number> {
  return {
    key: words.key,
    label: words.label,
    category: "technical",
    origin: "BigQuery",
    measures: words.measures,
    whyItMatters: "Every ticket is friction.",
    freshness: "Over the last 90 days, refreshed from the ticket system.",
    manual: false,
    unit: "tickets",
    valueText: (value) => plural(value, "ticket"),
    explain: ({ value, status, threshold }) => {
      const fewer = Math.ceil(value - bounds(threshold).green)
      const base = `${plural(value, words.one)} in 90 days. ${greenIs(threshold)}`
      return status === "healthy" ? base : base.replace(/\.$/, `: ${fewer} fewer.`)
    },
    toGreen: (threshold) => `${bounds(threshold).green} or fewer ${words.one}s in 90 days`,
    fix: ticketsFix,
    missing: "No ticket count is reported: the ticket system is not synced, or the trait is not mapped.",
  }
}

/** `Last 90 Days Defect Tickets` (section 3b). */
export const defectTickets: TraitRule<number> = ticketTrait({
  key: "defectTickets90d",
  label: "Last 90 Days Defect Tickets",
  measures: "Bug tickets of the last 90 days.",
  one: "bug ticket",
})

/** `Last 90 Days Help Tickets`, also `Last 90 Days Question Tickets` (section 3b). */
export const helpTickets: TraitRule<number> = ticketTrait({
  key: "helpTickets90d",
  label: "Last 90 Days Help Tickets",
  measures: "Question tickets of the last 90 days.",
  one: "question ticket",
})
