/** Which customer record a page shows, read off its URL. */

/** Salesforce's own objects whose pages belong to an account. */
export const standardObjects = [
  "Account",
  "Opportunity",
  "Contact",
  "Contract",
  "Case",
  "Task",
  "Event",
  "Quote",
  "Order",
  "Asset",
] as const

/** Or an org's own object, which may have a lookup to an account. */
export type SalesforceObject = (typeof standardObjects)[number] | `${string}__c`

export interface VitallyRef {
  site: "vitally"
  host: string
  /** Stable identity: two pages with the same key show the same record. */
  key: string
  subdomain: string
  region: "us" | "eu"
  kind: "account" | "organization"
  /** Lower-case UUID. */
  id: string
}

export interface SalesforceRef {
  site: "salesforce"
  host: string
  key: string
  /** Where this org's REST API is. */
  apiHost: string
  object: SalesforceObject
  /** 18-character form. */
  id18: string
  /** Set where the record was read from what lies behind the focus: the console's workspace tab, a dialog's page. */
  console?: true
}

export type PageRef = VitallyRef | SalesforceRef
