import type { Context } from "../lifecycle/context"
import { list } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** If nothing is known that a rule could judge: what to set first, instead of "nothing to do". */
export const fillIn: Recommendation = {
  id: "fill-in",
  ladder: "housekeeping",
  source: "3b, 4, 7",
  rule: () => "Health, contract start, renewal date and last contact are all unknown.",
  when: (context) =>
    !context.churned &&
    context.health.band === "unknown" &&
    context.sinceClose === null &&
    missing(context).length === 2,
  title: () => "Set what is not known yet",
  why: (context) =>
    `Not known: ${list(["health", ...missing(context)])}. Until then nothing can be said of what is due.`,
  steps: () =>
    steps(
      ["three-clicks", "Set sentiment, champion and buyer access in the health section: three clicks."],
      ["dates", "Enter contract start and renewal date in Vitally."],
      ["log-contact", "Log the last contact you had."],
    ),
  print: (context) => missing(context),
}

function missing({ renewal, contact, facts }: Context): string[] {
  return [
    ...(renewal.on === null && facts.unread?.renewalOn === undefined ? ["renewal date"] : []),
    ...(contact.last === null ? ["last contact"] : []),
  ]
}
