/** Which customer record a page shows, read off its URL. */
export type SalesforceObject = "Account" | "Opportunity" | "Contact" | "Contract" | "Case"

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
  apiHost: string
  object: SalesforceObject
  /** 18-character form. */
  id18: string
}

export type PageRef = VitallyRef | SalesforceRef
