import { daysBetween } from "../calendar"
import type { Context } from "../lifecycle/context"
import { plural } from "../words"
import { steps, type Recommendation } from "./recommendation"

/** Mail sync is suspected off: no mail of ours for 30 days while meetings exist (section 14). */
export const gmailIntegration: Recommendation = {
  id: "gmail-integration",
  ladder: "housekeeping",
  source: "4, 14",
  rule: ({ contact }) =>
    `No synced mail of ours for ${contact.mailSilenceDays} days while meetings in that time exist.`,
  when: (context) => {
    if (context.churned) return false
    const meetings = recent(context, ["meeting", "zoom", "call"])
    return meetings > 0 && recent(context, ["email"]) === 0
  },
  title: () => "Check that your mail syncs",
  why: (context) =>
    `${plural(recent(context, ["meeting", "zoom", "call"]), "meeting or call", "meetings and calls")} but no mail in the last ${context.policy.contact.mailSilenceDays} days: the Gmail integration may be off.`,
  steps: () =>
    steps(
      ["vitally", "Check the Vitally Gmail integration and connect it again if needed."],
      ["salesforce", "Check the Salesforce Gmail connector."],
    ),
  links: ["gmailIntegration"],
}

/** Contacts on these channels within the window, mail of the customer and of machines left out. */
function recent({ contact, clock, policy }: Context, channels: string[]): number {
  return contact.timed.filter(
    ({ touch }) =>
      channels.includes(touch.channel) &&
      touch.verdict === "person" &&
      touch.direction !== "inbound" &&
      daysBetween(touch.on, clock.today) <= policy.contact.mailSilenceDays,
  ).length
}
