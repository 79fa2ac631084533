import { apiHostFromPageHost } from "~src/hosts/salesforce-host"

const SETUP_SUFFIX = ".my.salesforce-setup.com"
const API_SUFFIX = ".my.salesforce.com"

/**
 * The API host a person means by "My Domain", however they wrote it: `acme`, `acme--uat.sandbox`, a host of the org, or
 * the address of any of its pages. Null where it is no org's: `login.salesforce.com`, a look-alike, free text.
 */
export function normaliseMyDomain(input: string): string | null {
  const text = input.trim().toLowerCase()
  const host = /^(?:https:\/\/)?([^/?#:@\s]+)(?:[/?#].*)?$/.exec(text)?.[1]
  if (host === undefined) return null
  if (host.endsWith(SETUP_SUFFIX))
    return apiHostFromPageHost(host.slice(0, -SETUP_SUFFIX.length) + API_SUFFIX)
  const known = apiHostFromPageHost(host)
  if (known !== null) return known
  // A bare name, with or without its partition; anything that looks like a full host was refused just above.
  const isBare = !host.includes(".") || /^[^.]*--[^.]*\.[a-z]+$/.test(host)
  return isBare ? apiHostFromPageHost(host + API_SUFFIX) : null
}
