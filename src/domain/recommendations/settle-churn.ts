import type { Context } from "../lifecycle/context"
import { shortDate } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** Gone by one field and renewing by another: nobody may be told that there is nothing to do for a customer who pays. */
export const settleChurn: Recommendation = {
  id: "settle-churn",
  ladder: "dated-duty",
  source: "7",
  rule: () => "Vitally says churned, and a renewal date lies ahead or a contract without an end began since.",
  when: (context) => context.churned && (renewsLater(context) || openSince(context)),
  title: () => "Settle whether they are still a customer",
  why: (context) => {
    const { facts, renewal, clock } = context
    const start = `Churned on ${shortDate(facts.churnedOn?.value ?? clock.today, clock.today)}, yet`
    return renewsLater(context)
      ? `${start} a renewal on ${shortDate(renewal.on ?? clock.today, clock.today)} lies ahead.`
      : `${start} contract ${facts.openEndedContract?.name ?? ""} began since and has no end.`
  },
  steps: () =>
    steps(
      ["ask-ae", "Ask the AE what the contract says."],
      ["mend", "Clear the churn date in Vitally if they came back; else clear the renewal date."],
    ),
  print: ({ facts, renewal }) => [facts.churnedOn?.value, renewal.on],
}

const renewsLater = ({ renewal, clock }: Context) => renewal.on !== null && renewal.on > clock.today

const openSince = ({ facts: { churnedOn, openEndedContract } }: Context) =>
  churnedOn !== undefined && (openEndedContract?.startOn ?? "") > churnedOn.value
