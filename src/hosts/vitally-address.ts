import { VITALLY_FAMILIES, type Region } from "~src/hosts/table"
import { readVitallyHost } from "~src/hosts/vitally"

function familyOf(region: Region) {
  const family = VITALLY_FAMILIES.find((row) => row.region === region)
  if (family === undefined) throw new RangeError(`No Vitally region "${region}".`)
  return family
}

/** The base of Vitally's REST API, without a slash at the end. The EU has one host for all workspaces. */
export function restBase(region: Region, subdomain: string): string {
  return `https://${familyOf(region).restHost(subdomain)}/resources`
}

/**
 * The address of a workspace's page, or null where no link can be made: no id, or a subdomain that is no workspace's.
 * `app` is read where it occurs, never written.
 */
function pageUrl(subdomain: string, region: Region, folder: string, id: string): string | null {
  const host = subdomain + familyOf(region).pageSuffix
  if (readVitallyHost(host) === null || subdomain === "app" || id === "") return null
  return `https://${host}/${folder}/${encodeURIComponent(id)}`
}

/** Vitally's page of an account, or null where no link can be made. */
export function vitallyAccountUrl(subdomain: string, region: Region, id: string): string | null {
  return pageUrl(subdomain, region, "accounts", id)
}

/** Vitally's page of an organization, or null where no link can be made. */
export function vitallyOrganizationUrl(subdomain: string, region: Region, id: string): string | null {
  return pageUrl(subdomain, region, "organizations", id)
}

/**
 * The workspace a person means by "Subdomain", however they wrote it: `acme`, `acme.vitally.io`, a page's address. The
 * region is known only where a whole host was given. Null where it is no workspace's.
 */
export function normaliseSubdomain(input: string): { subdomain: string; region?: Region } | null {
  const text = input.trim().toLowerCase()
  const host = /^(?:https:\/\/)?([^/?#:@\s]+)(?:[/?#].*)?$/.exec(text)?.[1]
  if (host === undefined) return null
  const rest = host.replace(/\.rest(?=\.vitally\.io$)/, "")
  const known = readVitallyHost(rest)
  if (known !== null) return { subdomain: known.subdomain, region: known.family.region }
  const bare = readVitallyHost(`${host}.vitally.io`)
  return bare === null ? null : { subdomain: bare.subdomain }
}
