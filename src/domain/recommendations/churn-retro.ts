import { addDays, daysBetween } from "../calendar"
import type { Context } from "../lifecycle/context"
import { money, plural, shortDate } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** Churn above $150k ARR is looked back on (section 6). Partial churn has no field and is not seen. */
export const churnRetro: Recommendation = {
  id: "churn-retro",
  ladder: "dated-duty",
  source: "6",
  rule: ({ risks }) =>
    `Churned within the last ${risks.churnRetroWithinDays} days with more than ${money(risks.churnRetroOverArr)} ARR.`,
  when: (context) =>
    recentlyChurned(context) && (context.facts.arr?.value ?? 0) > context.policy.risks.churnRetroOverArr,
  title: () => "Hold the churn retro",
  why: ({ facts, clock }) => {
    const on = facts.churnedOn?.value ?? clock.today
    return `${money(facts.arr?.value ?? 0, facts.currency)} ARR churned ${plural(daysBetween(on, clock.today), "day")} ago, ${shortDate(on, clock.today)}.`
  },
  steps: () =>
    steps(
      ["document", "Fill in the retro template."],
      ["call", "Hold the call with the AE and the sponsor."],
      ["reason", "Agree the closed-lost reason."],
    ),
  dueOn: ({ facts }) => (facts.churnedOn ? addDays(facts.churnedOn.value, 30) : null),
  playbook: "churnRetro",
}

/** Digital churn close-out (section 6). */
export const churnCloseOut: Recommendation = {
  id: "churn-close-out",
  ladder: "dated-duty",
  source: "6",
  rule: ({ digital, risks }) =>
    `Churned within the last ${risks.churnRetroWithinDays} days and served by ${digital.teams.join(", ")}.`,
  when: (context) =>
    recentlyChurned(context) &&
    context.tier.team !== null &&
    context.policy.digital.teams.includes(context.tier.team),
  title: () => "Close the account out",
  why: ({ facts, clock }) =>
    `The customer churned on ${shortDate(facts.churnedOn?.value ?? clock.today, clock.today)}.`,
  steps: () =>
    steps(
      ["account-type", "Set Account Type to (5) Attrited Customer."],
      ["teardown", "Have the Cloud instance torn down, if managed."],
      ["archive-slack", "Archive the Slack channel."],
      ["post-mortem", "Write the post-mortem."],
    ),
  playbook: "churnCloseOut",
}

function recentlyChurned({ churned, facts, clock, policy }: Context): boolean {
  const on = facts.churnedOn?.value
  return churned && on !== undefined && daysBetween(on, clock.today) <= policy.risks.churnRetroWithinDays
}
