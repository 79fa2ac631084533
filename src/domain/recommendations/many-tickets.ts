import { ticketsFix } from "../health/traits/tickets"
import { bounds } from "../health/traits/rule"
import { list, plural } from "../words"
import { gainOf, isLow } from "./of-trait"
import type { Recommendation } from "./recommendation"

const KEYS = ["defectTickets90d", "helpTickets90d"] as const

/** Many tickets are friction; the handbook gives no advice, the review with Support is proposed (section 3d). */
export const manyTickets: Recommendation = {
  id: "many-tickets",
  ladder: "usage-technical",
  source: "3d",
  rule: ({ health }) =>
    `More than ${plural(bounds(health.thresholds.defectTickets90d).green, "bug ticket")} or ${plural(bounds(health.thresholds.helpTickets90d).green, "question ticket")} in 90 days.`,
  when: (context) => !context.churned && KEYS.some((key) => isLow(context, key)),
  title: () => "Review their tickets with Support",
  why: (context) => {
    const words = KEYS.filter((key) => isLow(context, key)).map((key) =>
      plural(
        Number(context.health.readings[key].value ?? 0),
        key === "defectTickets90d" ? "bug ticket" : "question ticket",
      ),
    )
    return `${list(words)} in the last 90 days.`
  },
  steps: () => ticketsFix,
  lift: (context) => KEYS.reduce((sum, key) => sum + gainOf(key)(context), 0),
  print: ({ health }) => KEYS.map((key) => health.statuses[key]),
}
