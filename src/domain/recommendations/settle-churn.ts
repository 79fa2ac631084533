import { shortDate } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** Gone by one field and renewing by another: nobody may be told that there is nothing to do for a customer who pays. */
export const settleChurn: Recommendation = {
  id: "settle-churn",
  ladder: "dated-duty",
  source: "7",
  rule: () => "Vitally says churned, and a renewal date lies ahead.",
  when: ({ churned, renewal, clock }) => churned && renewal.on !== null && renewal.on > clock.today,
  title: () => "Settle whether they are still a customer",
  why: ({ facts, renewal, clock: { today } }) =>
    `Churned on ${shortDate(facts.churnedOn?.value ?? today, today)}, yet a renewal on ${shortDate(renewal.on ?? today, today)} lies ahead.`,
  steps: () =>
    steps(
      ["ask-ae", "Ask the AE what the contract says."],
      ["mend", "Clear the churn date in Vitally if they came back; else clear the renewal date."],
    ),
  print: ({ facts, renewal }) => [facts.churnedOn?.value, renewal.on],
}
