import { withoutChampion } from "../health/traits/active-champion"
import { percent, plural } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** Seats nearly full: an expansion cue (section 12, proposed). Not on unlimited-seat contracts. */
export const expansion: Recommendation = {
  id: "expansion",
  ladder: "usage-technical",
  source: "10, 12",
  rule: ({ scenarios }) =>
    `${percent(scenarios.expansionFrom)} of seats or more are active; not with unlimited seats.`,
  when: ({ health, facts, policy, churned }) => {
    const value = health.readings.mauOverSeats.value
    return (
      !churned &&
      facts.unlimitedSeats?.value !== true &&
      typeof value === "number" &&
      value >= policy.scenarios.expansionFrom - 1e-9
    )
  },
  title: () => "Tell the AE that the seats are nearly full",
  why: ({ health, facts }) => {
    const value = Number(health.readings.mauOverSeats.value ?? 0)
    const seats = facts.seats ? ` of ${plural(facts.seats.value, "seat")}` : " of the seats"
    return value > 1
      ? `${percent(value)}${seats} were active last month: more people than seats.`
      : `${percent(value)}${seats} were active last month.`
  },
  steps: ({ facts }) =>
    withoutChampion(
      steps(
        ["tell-ae", "Tell the account executive, with the numbers."],
        ["who-next", "Ask the champion which teams wait for seats."],
        ["wins", "Collect the wins that carry the case."],
      ),
      facts,
    ),
  print: ({ health }) => [Number(health.readings.mauOverSeats.value ?? 0) >= 1],
}
