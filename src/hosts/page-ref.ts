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
  /** Where this org's REST API is. */
  apiHost: string
  object: SalesforceObject
  /** 18-character form. */
  id18: string
  /** Set where the record was read from the console's workspace tab, not from the tab in focus. */
  console?: true
}

export type PageRef = VitallyRef | SalesforceRef
