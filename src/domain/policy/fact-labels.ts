/** What each fact is called where a person maps it to a field. */
import type { TraitKey } from "../facts"
import { traitWords } from "../trait-words"
import type { FactName } from "./policy"

const traitFields = Object.fromEntries(
  Object.entries(traitWords).map(([key, { field }]) => [key, field]),
) as Record<TraitKey, string>

export const FACT_LABELS: Readonly<Record<FactName, string>> = {
  ...traitFields,
  salesforceId: "Salesforce account id",
  segment: "CRM segment",
  arr: "ARR",
  currency: "Currency",
  developers: "Developers",
  employees: "Employees",
  seats: "Seats",
  unlimitedSeats: "Unlimited seats",
  totalAddressableUsers: "All possible users",
  monthlyActiveUsers: "Monthly active users",
  contractStartOn: "Contract start",
  productionReadyOn: "Production-ready date",
  renewalOn: "Renewal date",
  closeOn: "Close date",
  churnedOn: "Churn date",
  stage: "Lifecycle stage",
  assignedOn: "Assigned to you on",
  previousOwner: "Previous owner",
  telemetry: "Telemetry",
  usageScore: "Usage Score (old, 0-100)",
  planUpdatedOn: "Plan last updated",
  planUrl: "Plan link",
  licences: "Licences issued",
  lighthouse: "Lighthouse",
  redAccount: "Red account",
  lowUtilizationContext: "Context on low utilization",
  openSupportTickets: "Open support tickets",
  slackActive: "Active Slack channel",
  version: "Version",
  accountExecutive: "Account executive",
  technicalAdvisor: "Technical Advisor",
  supportLevel: "Support level",
  accountType: "Account type",
}
