import { traitRules } from "../health/traits"
import { gainOf, isLow } from "./of-trait"
import type { Recommendation } from "./recommendation"

/** The TA's own warning (section 3d). */
export const lowSentiment: Recommendation = {
  id: "low-sentiment",
  ladder: "relationship",
  source: "3d",
  rule: () => "Account - TA Sentiment is Concerning or Poor.",
  when: (context) => !context.churned && isLow(context, "sentiment"),
  title: () => "Settle what is behind the low sentiment",
  why: ({ facts }) =>
    `The TA judges the account ${facts.traits.sentiment?.value === "poor" ? "Poor" : "Concerning"}: a person's warning.`,
  steps: () => traitRules.sentiment.fix,
  lift: gainOf("sentiment"),
  print: ({ facts }) => [facts.traits.sentiment?.value],
}
