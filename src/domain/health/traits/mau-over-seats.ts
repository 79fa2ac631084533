import type { AccountFacts } from "../../facts"
import { count, percent } from "../../words"
import { bounds, type TraitRule } from "./rule"

/** `Last Month Mau Over Seats` (section 3b). On unlimited-seat contracts all possible users are the divisor. */
export const mauOverSeats: TraitRule<number> = {
  key: "mauOverSeats",
  label: "Last Month Mau Over Seats",
  category: "utilization",
  origin: "BigQuery",
  measures:
    "The share of paid seats whose people were active last month; with unlimited seats, of all possible users.",
  whyItMatters: "Seats that are paid for and not used are the first to go at renewal.",
  freshness: "Monthly.",
  manual: false,
  unit: "%",
  valueText: percent,
  explain: ({ value, status, threshold, facts }) => {
    const green = bounds(threshold).green
    const { of, counts } = divisorOf(facts, value)
    const start = counts
      ? `${count(counts.users)} of ${count(counts.all)} ${counts.all === 1 ? of.replace(/s$/, "") : of} ${counts.users === 1 || counts.all === 1 ? "was" : "were"} active last month, ${percent(value)}.`
      : facts.unlimitedSeats?.value === true
        ? `${percent(value)} were active last month as Vitally has it; how many could use it (TAM) is not known.`
        : `${percent(value)} of ${of} were active last month.`
    if (status === "healthy" || !counts) return `${start} Green starts at ${percent(green)}.`
    const more = Math.ceil(counts.all * green - 1e-9) - counts.users
    return `${start} Green starts at ${percent(green)}: ${count(more)} more ${more === 1 ? "person" : "people"}.`
  },
  toGreen: (threshold, facts) => `Reaching ${percent(bounds(threshold).green)} of ${seatsOf(facts)}`,
  fix: [
    {
      id: "check-causes",
      text: "Check the causes first: sentiment, versions, tickets, champion, buyer, silence, daily use.",
    },
    { id: "get-well-plan", text: "Then run the low utilization project with its Get Well Plan." },
  ],
  missing: "No usage is reported: the instance sends no telemetry, or the trait is not mapped.",
}

/** What the share is taken of: "seats", "possible users". */
export function seatsOf(facts: AccountFacts): string {
  return facts.unlimitedSeats?.value === true ? "possible users" : "seats"
}

/** The counts behind the ratio, where they are known and agree with it. */
function divisorOf(
  facts: AccountFacts,
  value: number,
): { of: string; counts: { users: number; all: number } | null } {
  const unlimited = facts.unlimitedSeats?.value === true
  const all = (unlimited ? facts.totalAddressableUsers : facts.seats)?.value
  const of = unlimited ? "possible users" : "paid seats"
  if (all === undefined || all <= 0) return { of, counts: null }
  // Without a user count the ratio gives it, where it comes out whole.
  const known = facts.monthlyActiveUsers?.value
  const users = known ?? Math.round(value * all)
  const agrees =
    known === undefined ? Math.abs(users - value * all) < 0.01 : Math.abs(users / all - value) < 0.0051
  return { of, counts: agrees ? { users, all } : null }
}
