/**
 * The one table of hosts. The manifest's matches, `frame-ancestors`, `connect-src` and `exclude_matches`
 * are derived from it (`manifest.ts`), and the adapters read pages by it.
 *
 * A host is `{customer}{suffix}`; a suffix is matched at the end of the name only, so a look-alike such as
 * `acme.vitally.io.evil.example` is nobody's.
 */

export type Region = "us" | "eu"

export interface VitallyFamily {
  region: Region
  /** What follows the customer's label in the web app's host. */
  pageSuffix: string
  /** REST hosts as sources of `connect-src`: one a customer in the US, one for all in the EU. */
  restSources: readonly string[]
}

export const VITALLY_FAMILIES: readonly VitallyFamily[] = [
  {
    region: "us",
    pageSuffix: ".vitally.io",
    restSources: ["https://*.rest.vitally.io", "https://rest.vitally.io"],
  },
  {
    region: "eu",
    pageSuffix: ".vitally-eu.io",
    restSources: ["https://rest.vitally-eu.io"],
  },
]

/** Names under Vitally's suffixes that are no customer's workspace. */
export const VITALLY_RESERVED: readonly string[] = [
  "www",
  "docs",
  "login",
  "cdn",
  "api",
  "rest",
  "mcp",
  "help",
  "status",
  "support",
  "blog",
  "trust",
  "community",
]

export interface SalesforceFamily {
  /** What follows `acme` or `acme--uat.sandbox` on Lightning pages. */
  pageSuffix: string
  /** The same org's API, login and Classic host. */
  apiSuffix: string
  /**
   * In this version's manifest. Government Cloud Defense and China are read and tested here; each needs
   * static manifest entries in three places before it can ship.
   */
  shipped: boolean
}

export const SALESFORCE_FAMILIES: readonly SalesforceFamily[] = [
  { pageSuffix: ".lightning.force.com", apiSuffix: ".my.salesforce.com", shipped: true },
  { pageSuffix: ".lightning.crmforce.mil", apiSuffix: ".my.salesforce.mil", shipped: false },
  { pageSuffix: ".lightning.sfcrmapps.cn", apiSuffix: ".my.sfcrmproducts.cn", shipped: false },
]

/** Asked for only if somebody connects Looker; other names need a build made for them (`--looker`). */
export const LOOKER_HOSTS = "https://*.looker.com"

/** Microsoft Defender serves a page under its own name with this behind it. Not in the manifest. */
export const PROXY_SUFFIX = ".mcas.ms"

/** Paths of Salesforce's API and sign-in, which share the host of Classic pages. */
export const SALESFORCE_API_PATHS: readonly string[] = ["/services/*", "/secur/*"]
