/** What each link of the policy is called (domain brief, section 14). */
import type { LinkKey } from "./policy"

export const LINK_LABELS: Readonly<Record<LinkKey, string>> = {
  healthTraits: "Health traits dashboard",
  book: "Book of business",
  healthChanges: "Health category changes",
  gmailIntegration: "Gmail integration",
  traitsExplained: "Traits explained",
  sharedInbox: "Shared inbox",
  timeOff: "Time off",
  usageDashboard: "Usage dashboard",
  customerSlack: "Customer Slack channel",
  discord: "Discord community",
  support: "Support",
}
