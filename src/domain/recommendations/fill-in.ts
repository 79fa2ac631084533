import type { Context } from "../lifecycle/context"
import { list } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** If no date tells what is due next: what to set first, instead of "nothing to do". */
export const fillIn: Recommendation = {
  id: "fill-in",
  ladder: "housekeeping",
  source: "3b, 4, 7",
  rule: () => "Neither a renewal date nor a date for the next contact is known.",
  when: ({ churned, renewal, contact }) => !churned && renewal.on === null && contact.dueOn === null,
  title: () => "Set what is not known yet",
  why: (context) => `Not known: ${list(missing(context))}. Until then nothing can be said of what is due.`,
  steps: ({ health, contact, facts }) => [
    ...(health.band === "unknown"
      ? steps([
          "three-clicks",
          "Set sentiment, champion and buyer access in the health section: three clicks.",
        ])
      : []),
    ...steps([
      "dates",
      facts.openEndedContract
        ? "Ask the AE what the open-ended contract says of notice, and enter a review date in Vitally."
        : "Enter contract start and renewal date in Vitally.",
    ]),
    ...(contact.last === null ? steps(["log-contact", "Log the last contact you had."]) : []),
  ],
  print: (context) => missing(context),
}

function missing({ health, contact, facts }: Context): string[] {
  return [
    ...(health.band === "unknown" ? ["health"] : []),
    facts.unread?.renewalOn === undefined
      ? "renewal date"
      : "renewal date (what its field holds can't be read)",
    ...(contact.last === null ? ["last contact"] : []),
  ]
}
