import { plural, shortDate } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** The contract ended a while ago and nothing says how it went on: no customer may be left there unnoticed (section 7). */
export const settleRenewal: Recommendation = {
  id: "settle-renewal",
  ladder: "dated-duty",
  source: "7",
  rule: ({ renewal }) =>
    `The contract ended more than ${renewal.licenceDaysAfter} days ago, and neither a later date nor a churn is known.`,
  when: ({ churned, renewal, policy }) =>
    !churned && renewal.daysOut !== null && renewal.daysOut < -policy.renewal.licenceDaysAfter,
  title: () => "Settle where the renewal stands",
  why: ({ renewal, clock: { today } }) =>
    `The contract ended ${plural(-(renewal.daysOut ?? 0), "day")} ago, ${shortDate(renewal.on ?? today, today)}, and no later date is known.`,
  steps: ({ policy }) =>
    steps(
      ["ask-ae", "Ask the AE whether it was renewed, extended or lost."],
      [
        "enter",
        `Renewed: enter the new date. Extended: at most ${policy.renewal.extensionMaxDays} days, with VP approval. Lost: enter the churn, dated the day after the end.`,
      ],
    ),
  dueOn: ({ renewal }) => renewal.on,
  print: ({ renewal }) => [renewal.on],
}
