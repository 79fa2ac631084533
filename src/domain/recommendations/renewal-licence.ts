import { nearDate, plural } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** At the end of the contract: the renewal licence on the existing subscription (section 7). */
export const renewalLicence: Recommendation = {
  id: "renewal-licence",
  ladder: "dated-duty",
  source: "7",
  rule: ({ renewal }) =>
    `From ${renewal.licenceDaysBefore} days before the contract's end to ${renewal.licenceDaysAfter} days after.`,
  when: ({ renewal, policy, churned }) =>
    !churned &&
    renewal.daysOut !== null &&
    renewal.daysOut <= policy.renewal.licenceDaysBefore &&
    renewal.daysOut >= -policy.renewal.licenceDaysAfter,
  title: () => "Issue the renewal licence",
  why: ({ renewal, clock }) => {
    const days = renewal.daysOut ?? 0
    const on = nearDate(renewal.on ?? clock.today, clock.today)
    if (days < 0) return `The contract ended ${plural(-days, "day")} ago, ${on}.`
    return days === 0 ? "The contract ends today." : `The contract ends in ${plural(days, "day")}, ${on}.`
  },
  steps: ({ policy }) =>
    steps(
      ["ae-processes", "The AE processes the renewal."],
      ["issue-licence", "Issue the renewal licence on the existing subscription."],
      ["contact-roles", "Refresh the contact roles together with the AE."],
      [
        "not-renewed",
        `Not renewed: an extension lasts at most ${policy.renewal.extensionMaxDays} days with VP approval; churn is dated the day after the end.`,
      ],
    ),
  dueOn: ({ renewal }) => renewal.on,
}
