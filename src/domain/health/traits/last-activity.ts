import { plural } from "../../words"
import { bounds, type TraitRule } from "./rule"

/** `Last Activity` (sections 3b and 4). */
export const lastActivity: TraitRule<number> = {
  key: "lastActivityDays",
  label: "Last Activity",
  category: "relationships",
  origin: "Salesforce",
  measures:
    "Days since the last contact that Salesforce logged: synced mail, and call notes on the opportunity.",
  whyItMatters: "A relationship decays in long silence.",
  freshness: "Daily; it sees only what Salesforce logged, probably not Slack.",
  manual: false,
  unit: "days",
  valueText: (value) => (value === 0 ? "today" : plural(value, "day")),
  explain: ({ value, threshold }) => {
    const { green, red } = bounds(threshold)
    const since =
      value === 0
        ? "Salesforce logged contact today."
        : `${plural(value, "day")} since Salesforce last logged contact.`
    return `${since} Green is up to ${green} days, red from ${red}.`
  },
  toGreen: () => "Contact that Salesforce logs",
  fix: [
    {
      id: "something-useful",
      text: "Be in touch with something useful: a release, an article, guidance on an incident. Never an empty ping.",
    },
    { id: "log-the-call", text: "Log call notes on the opportunity, so that Last Activity sees them." },
    {
      id: "check-sync",
      text: "If it is wrong, check the Vitally Gmail integration and the Salesforce Gmail connector.",
    },
  ],
  missing: "Salesforce has logged no contact, or the trait is not mapped.",
}
