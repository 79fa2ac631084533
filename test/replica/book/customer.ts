/** The ten health traits as they truly are; absent means that nobody knows. Ratios are 0-1. */
export interface HealthTruth {
  sentiment?: "Healthy" | "Concerning" | "Poor"
  versionsBehind?: number
  preciseIntel?: boolean
  defectTickets?: number
  helpTickets?: number
  champion?: boolean
  buyer?: boolean
  lastActivityDays?: number
  dauOverMau?: number
  mauOverSeats?: number
}

/** How an account's data is laid out or damaged. */
export interface Quirks {
  /** Rich traits live on the organization only. */
  organizationOnly?: boolean
  /** Labels before the renaming, e.g. `Active Champion?`. */
  oldAliases?: boolean
  /** Every optional key is null. */
  allNull?: boolean
  /** Optional keys are absent. */
  sparse?: boolean
  /** 15-character Salesforce ids. */
  shortIds?: boolean
  /** No Salesforce id as externalId, only `sfdc.Id`; or none at all. */
  externalId?: "salesforce" | "other" | "none"
  /** `keyRoles` absent, `csmId` set. */
  csmOnly?: boolean
  /** Booleans as words. */
  words?: boolean
  /** Dates as epoch milliseconds. */
  epochDates?: boolean
  /** LastActivityDate lies in the future. */
  futureActivity?: boolean
  /** Salesforce disagrees on renewal date and ARR. */
  disagree?: boolean
  /** Parents of tasks and notes come as `{}`. */
  emptyParents?: boolean
}

/** One customer: the truth from which both services' answers are made. */
export interface Customer {
  index: number
  /** Vitally account. */
  id: string
  organizationId: string
  /** 18 characters; shared where two Vitally accounts belong to one Salesforce account. */
  salesforceId: string
  /** The customer whose Salesforce account this is, where not its own. */
  salesforceOf?: number
  name: string
  salesforceName: string
  organizationName: string
  domain: string
  tier: "Strategic" | "Large Enterprise" | "Small Enterprise" | "Mid-Market"
  employees: number
  developers?: number
  arr: number
  seats?: number
  unlimitedSeats?: boolean
  addressableUsers: number
  mau?: number
  version?: string
  /** Numbers into `Book.advisors` and `Book.executives`. */
  advisor: number
  executive: number
  createdAt: string
  updatedAt: string
  /** Calendar dates. */
  contractStartOn: string
  productionReadyOn?: string
  renewalOn: string
  churnedAt?: string
  /** 0-10 or null. */
  healthScore: number | null
  health: HealthTruth
  lifecycle?: string
  redAccount?: boolean
  lighthouse?: boolean
  lowUtilizationContext?: string
  telemetry: "Full" | "Critical only" | "None"
  quirks: Quirks
  /** Nothing is known beyond the name. */
  noData?: boolean
  /** The customer's newest message, unanswered, this many hours old. */
  waitingHours?: number
  /** No touch of any kind. */
  silent?: boolean
  /** Part of the showcase: details that never change with the seed. */
  showcase?: string
}
