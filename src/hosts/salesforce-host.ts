import { PROXY_SUFFIX, SALESFORCE_FAMILIES } from "~src/hosts/table"

/** `acme`, or `acme--uat.sandbox`: a name, and at most one partition. */
const ORG = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z]+)?$/

function orgBefore(host: string, suffix: string): string | null {
  if (!host.endsWith(suffix)) return null
  const org = host.slice(0, -suffix.length)
  return ORG.test(org) ? org : null
}

function withoutProxy(host: string): string {
  return host.endsWith(PROXY_SUFFIX) ? host.slice(0, -PROXY_SUFFIX.length) : host
}

/** Which kind of Salesforce page a host serves and where its org's API is. */
export interface SalesforceHost {
  ui: "lightning" | "classic"
  apiHost: string
}

/** Reads a page's host (lower case, without port); null where it is none of Salesforce's. */
export function readSalesforceHost(pageHost: string): SalesforceHost | null {
  const host = withoutProxy(pageHost)
  for (const { pageSuffix, apiSuffix } of SALESFORCE_FAMILIES) {
    const lightning = orgBefore(host, pageSuffix)
    if (lightning !== null) return { ui: "lightning", apiHost: lightning + apiSuffix }
    if (orgBefore(host, apiSuffix) !== null) return { ui: "classic", apiHost: host }
  }
  return null
}

/**
 * The API host of the org whose page this is: `acme.lightning.force.com` → `acme.my.salesforce.com`. The call must
 * never go to the Lightning host: it redirects, and the redirect drops `Authorization`. Null for look-alikes.
 */
export function apiHostFromPageHost(pageHost: string): string | null {
  return readSalesforceHost(pageHost.toLowerCase())?.apiHost ?? null
}

/** True where a token's `instance_url` may be called: an org's own API host under a suffix of Salesforce's. */
export function isKnownInstanceHost(host: string): boolean {
  const name = host.toLowerCase()
  return SALESFORCE_FAMILIES.some(({ apiSuffix }) => orgBefore(name, apiSuffix) !== null)
}

/** True for an org that is no production: a sandbox, a scratch or developer org, as its partition says. */
export function isSandboxHost(host: string): boolean {
  return SALESFORCE_FAMILIES.some(({ apiSuffix }) => {
    const org = orgBefore(host.toLowerCase(), apiSuffix)
    return org !== null && (org.includes(".") || org.includes("--"))
  })
}

/** The name that an org shares with its sandboxes: `acme` of `acme--uat.sandbox.my.salesforce.com`. */
export const orgNameOf = (host: string): string => host.toLowerCase().split(".")[0]?.split("--")[0] ?? ""
