import { VITALLY_FAMILIES, type Region } from "~src/hosts/table"
import { readVitallyHost } from "~src/hosts/vitally"

/**
 * Vitally's page of an account, or null if no link can be made: no id, or a subdomain that is no workspace's.
 * `app` is read where it occurs, never written.
 */
export function vitallyAccountUrl(subdomain: string, region: Region, id: string): string | null {
  const suffix = VITALLY_FAMILIES.find((family) => family.region === region)?.pageSuffix
  const host = `${subdomain}${suffix}`
  if (readVitallyHost(host) === null || subdomain === "app" || id === "") return null
  return `https://${host}/accounts/${encodeURIComponent(id)}`
}
