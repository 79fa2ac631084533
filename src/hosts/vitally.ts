import type { VitallyRef } from "~src/hosts/page-ref"
import { VITALLY_FAMILIES, VITALLY_RESERVED, type VitallyFamily } from "~src/hosts/table"

const SUBDOMAIN = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/

/** Paths that name an object; a new one is a new row. */
const PAGES = [
  { kind: "account", folder: "accounts" },
  { kind: "organization", folder: "organizations" },
] as const

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The workspace a host belongs to; null for Vitally's own hosts and for everybody else's. */
export function readVitallyHost(host: string): { subdomain: string; family: VitallyFamily } | null {
  for (const family of VITALLY_FAMILIES) {
    if (!host.endsWith(family.pageSuffix)) continue
    const subdomain = host.slice(0, -family.pageSuffix.length)
    return SUBDOMAIN.test(subdomain) && !VITALLY_RESERVED.includes(subdomain) ? { subdomain, family } : null
  }
  return null
}

/** Reads the account or organization a Vitally page shows, on any sub-path; query and hash say nothing. */
export function parseVitallyPage(url: URL): VitallyRef | null {
  const host = readVitallyHost(url.hostname)
  const [, folder = "", raw = ""] = url.pathname.toLowerCase().split("/")
  const page = PAGES.find((row) => row.folder === folder)
  if (host === null || page === undefined || !UUID.test(raw)) return null
  const { subdomain, family } = host
  return {
    site: "vitally",
    host: url.hostname,
    key: `vitally:${family.region}:${subdomain}:${page.kind}:${raw}`,
    subdomain,
    region: family.region,
    kind: page.kind,
    id: raw,
  }
}
