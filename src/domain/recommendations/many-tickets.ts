import type { Context } from "../context"
import { liftOf } from "../health/score"
import { ticketsFix } from "../health/traits/tickets"
import { bounds } from "../health/traits/rule"
import { list, plural } from "../words"
import type { Recommendation } from "./recommendation"

const KEYS = ["defectTickets90d", "helpTickets90d"] as const

/** Many tickets are friction; the handbook gives no advice, the review with Support is proposed (section 3d). */
export const manyTickets: Recommendation = {
  id: "many-tickets",
  ladder: "usage-technical",
  source: "3d",
  rule: ({ health }) =>
    `More than ${plural(bounds(health.thresholds.defectTickets90d).green, "bug ticket")} or ${plural(bounds(health.thresholds.helpTickets90d).green, "question ticket")} in 90 days.`,
  when: (context) => !context.churned && KEYS.some((key) => isBad(context, key)),
  title: () => "Review their tickets with Support",
  why: (context) => {
    const words = KEYS.filter((key) => isBad(context, key)).map((key) =>
      plural(
        Number(context.health.readings[key].value ?? 0),
        key === "defectTickets90d" ? "bug ticket" : "question ticket",
      ),
    )
    return `${list(words)} in the last 90 days.`
  },
  steps: () => ticketsFix,
  lift: ({ health }) =>
    KEYS.reduce((sum, key) => sum + liftOf(health.points, health.formula.weights, key), 0),
  print: ({ health }) => KEYS.map((key) => health.statuses[key]),
}

function isBad({ health }: Context, key: (typeof KEYS)[number]): boolean {
  return health.statuses[key] === "concerning" || health.statuses[key] === "poor"
}
