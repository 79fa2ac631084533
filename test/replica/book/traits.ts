import type { Calendar } from "./calendar"
import type { Customer } from "./customer"
import { uuid } from "./ids"
import { contactRoles } from "./people"

type TraitValue = string | number | boolean | string[] | null
export type Traits = Record<string, TraitValue>

interface Field {
  label: string
  path: string
  type: "string" | "textarea" | "number" | "boolean" | "datetime" | "date" | "enum" | "multiselect"
  options?: string[]
}

const custom = (label: string, path: string, type: Field["type"], options?: string[]): Field => ({
  label,
  path: path.includes(".") ? path : `vitally.custom.${path}`,
  type,
  ...(options ? { options } : {}),
})

/** The trait catalogue: labels as the handbook spells them (domain brief, sections 3b and 11). */
export const accountFields = {
  sentiment: custom("Account - TA Sentiment", "accountTaSentiment", "enum", [
    "Healthy",
    "Concerning",
    "Poor",
  ]),
  versionsBehind: custom("Last Month Versions Behind", "lastMonthVersionsBehind", "number"),
  preciseIntel: custom("Precise Intel Status", "preciseIntelStatus", "string"),
  defects: custom("Last 90 Days Defect Tickets", "last90DaysDefectTickets", "number"),
  help: custom("Last 90 Days Help Tickets", "last90DaysHelpTickets", "number"),
  champion: custom("Relationship - Active Champion?", "relationshipActiveChampion", "boolean"),
  buyer: custom("Relationship - Access to buyer?", "relationshipAccessToBuyer", "boolean"),
  lastActivity: custom("Last Activity", "lastActivity", "number"),
  dauOverMau: custom(
    "Usage Score (Last 4 Wk DAU / Last Month MAU)",
    "usageScoreLast4WkDauLastMonthMau",
    "number",
  ),
  mauOverSeats: custom("Last Month Mau Over Seats", "lastMonthMauOverSeats", "number"),
  oldSentiment: custom("Relationship - CE Pulse", "relationshipCePulse", "enum", [
    "Healthy",
    "Concerning",
    "Poor",
  ]),
  oldVersions: custom("Versions Behind", "versionsBehind", "number"),
  oldHelp: custom("Last 90 Days Question Tickets", "last90DaysQuestionTickets", "number"),
  oldChampion: custom("Active Champion?", "activeChampion", "boolean"),
  oldBuyer: custom("Access to Buyer?", "accessToBuyer", "boolean"),
  oldMau: custom("Last month MAU / Seats", "lastMonthMauSeats", "number"),
  oldDau: custom("Last 4 Wk DAU / MAU", "last4WkDauMau", "number"),
  usageScore: custom("Usage Score", "usageScore", "number"),
  redAccount: custom("Account - Red Account?", "accountRedAccount", "boolean"),
  lowUtilization: custom(
    "Account - Context on Low Utilization",
    "accountContextOnLowUtilization",
    "textarea",
  ),
  lighthouse: custom("Lighthouse", "lighthouse", "boolean"),
  lifecycle: custom("Lifecycle Stage", "lifecycleStage", "enum", [
    "0. Prospect",
    "1. Onboarding",
    "2. Adopting",
    "3. Nurturing",
    "4. Renewing",
  ]),
  productionReady: custom("Production Ready Date", "productionReadyDate", "datetime"),
  contractStart: custom("Contract Start Date", "contractStartDate", "datetime"),
  version: custom("Sourcegraph Version", "sourcegraphVersion", "string"),
  licences: custom("Licenses", "licenses", "number"),
  seats: custom("Seats", "seats", "number"),
  unlimited: custom("Unlimited Seats?", "unlimitedSeats", "boolean"),
  mau: custom("Last Month MAU", "lastMonthMau", "number"),
  tam: custom("TAM", "tam", "number"),
  telemetry: custom("Telemetry", "telemetry", "enum", ["Full", "Critical only", "None"]),
  planUpdated: custom("Success Plan Last Updated", "successPlanLastUpdated", "datetime"),
  slackActive: custom("Slack Channel Active?", "slackChannelActive", "boolean"),
  openTickets: custom("Open Support Tickets", "openSupportTickets", "number"),
  instanceUrl: custom("Instance URL", "instanceUrl", "string"),
  deployment: custom("Deployment Method", "deploymentMethod", "string"),
  salesforceId: custom("Account ID", "sfdc.Id", "string"),
  employees: custom("Employees", "sfdc.NumberOfEmployees", "number"),
  developers: custom("Number of Developers", "sfdc.Number_of_Developers__c", "number"),
  arr: custom("ARR", "sfdc.ARR__c", "number"),
  contractEnd: custom("Active Contract Period End", "sfdc.Active_Contract_Period_End__c", "datetime"),
  segment: custom("FY25 Segmentation", "sfdc.FY25_Segmentation__c", "string"),
  taSegment: custom("TA Segmentation", "sfdc.TA_Segmentation__c", "string"),
  supportLevel: custom(
    "Technical Advisor Support Level",
    "sfdc.Technical_Advisor_Support_Level__c",
    "string",
  ),
  accountType: custom("Account Type", "sfdc.Type", "string"),
  renewDate: custom("Renewal Date", "sfdc.Renew_Date__c", "datetime"),
  nextSteps: custom("Notes / Next Steps", "nextSteps", "textarea"),
} as const satisfies Record<string, Field>

const userFields: Field[] = [
  custom("Role", "sfdc.Role__c", "multiselect", [...contactRoles]),
  custom("Contact ID", "sfdc.Id", "string"),
  { label: "Title", path: "title", type: "string" },
]

/** Rows of `GET customFields?model=accounts`. */
export function customFieldRows(createdAt: string): Record<string, unknown>[] {
  return fieldRows(Object.values(accountFields), createdAt)
}

/** Rows of `GET customFields?model=users`. */
export function userFieldRows(createdAt: string): Record<string, unknown>[] {
  return fieldRows(userFields, createdAt)
}

function fieldRows(fields: Field[], createdAt: string): Record<string, unknown>[] {
  return fields.map((field, n) => ({
    id: uuid("field", n, fields.length),
    createdAt,
    label: field.label,
    path: field.path,
    type: field.type,
    ...(field.options ? { options: field.options.map((value) => ({ label: value, value })) } : {}),
  }))
}

interface Style {
  calendar: Calendar
  percent: boolean
}

/** Everything the workspace knows of a customer, as one flat object whose keys hold dots. */
export function traitsOf(customer: Customer, { calendar, percent }: Style): Traits {
  if (customer.noData) return {}
  const { health, quirks } = customer
  const traits: Traits = {}
  const put = (field: Field, value: TraitValue | undefined): void => {
    if (value !== undefined) traits[field.path] = value
    else if (quirks.allNull) traits[field.path] = null
  }
  const ratio = (value: number | undefined): number | undefined =>
    value === undefined ? undefined : percent ? Math.round(value * 1000) / 10 : value
  const flag = (value: boolean | undefined): TraitValue | undefined =>
    value === undefined || !quirks.words ? value : customer.index % 2 ? (value ? "Yes" : "No") : String(value)
  const date = (value: string | undefined): TraitValue | undefined =>
    value === undefined
      ? undefined
      : quirks.epochDates
        ? Date.parse(value)
        : customer.index % 3 === 1
          ? `${value}T00:00:00.000Z`
          : value
  const f = accountFields
  const old = quirks.oldAliases === true
  put(old ? f.oldSentiment : f.sentiment, health.sentiment)
  put(old ? f.oldVersions : f.versionsBehind, health.versionsBehind)
  put(
    f.preciseIntel,
    health.preciseIntel === undefined ? undefined : health.preciseIntel ? "active" : "inactive",
  )
  put(f.defects, health.defectTickets)
  put(old ? f.oldHelp : f.help, health.helpTickets)
  put(old ? f.oldChampion : f.champion, flag(health.champion))
  put(old ? f.oldBuyer : f.buyer, flag(health.buyer))
  put(f.lastActivity, health.lastActivityDays)
  put(old ? f.oldDau : f.dauOverMau, ratio(health.dauOverMau))
  put(old ? f.oldMau : f.mauOverSeats, ratio(health.mauOverSeats))
  if (old) put(f.usageScore, 62)
  put(f.redAccount, flag(customer.redAccount))
  put(f.lighthouse, flag(customer.lighthouse))
  put(f.lowUtilization, customer.lowUtilizationContext)
  put(f.lifecycle, customer.lifecycle)
  put(f.productionReady, date(customer.productionReadyOn))
  put(f.contractStart, date(customer.contractStartOn))
  put(f.version, customer.version)
  put(f.licences, customer.seats)
  put(f.seats, customer.seats)
  put(f.unlimited, customer.unlimitedSeats ? flag(true) : undefined)
  put(f.mau, customer.mau)
  put(f.tam, customer.unlimitedSeats ? customer.addressableUsers : undefined)
  put(f.telemetry, customer.telemetry)
  put(f.planUpdated, customer.index % 4 === 3 ? undefined : date(calendar.day(-13 - (customer.index % 120))))
  put(f.slackActive, flag(customer.index % 5 === 0))
  put(f.openTickets, customer.index % 5 === 0 ? 2 : 0)
  put(f.instanceUrl, `https://code.${customer.domain}`)
  put(f.deployment, ["Cloud", "Kubernetes", "Docker Compose"][customer.index % 3])
  put(f.salesforceId, quirks.externalId === "none" ? undefined : shortened(customer))
  put(f.employees, customer.employees)
  put(f.developers, customer.developers)
  put(f.arr, customer.arr)
  put(f.contractEnd, date(customer.renewalOn))
  put(f.segment, customer.tier)
  put(f.taSegment, customer.tier === "Mid-Market" ? "Scaled Success" : "Named")
  put(f.supportLevel, customer.tier === "Mid-Market" ? "Scaled" : "Enterprise")
  put(f.accountType, customer.churnedAt ? "(5) Attrited Customer" : "(1) Customer")
  put(
    f.nextSteps,
    customer.index % 3 === 0 ? "Agree on the rollout plan for the second business unit." : undefined,
  )
  // A bare key, as Segment or the API would write it.
  traits["plan"] = customer.tier === "Mid-Market" ? "team" : "enterprise"
  return quirks.allNull ? nulled(traits) : traits
}

function shortened(customer: Customer): string {
  return customer.quirks.shortIds ? customer.salesforceId.slice(0, 15) : customer.salesforceId
}

function nulled(traits: Traits): Traits {
  return Object.fromEntries(Object.keys(traits).map((key) => [key, null]))
}
