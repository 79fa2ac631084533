/** Where Vitally's REST API answers, and how a key is sent. */

export interface Workspace {
  region: "us" | "eu"
  /** First label of `acme.vitally.io`; unused in the EU. */
  subdomain: string
}

const usShared = "https://rest.vitally.io/resources"
const eu = "https://rest.vitally-eu.io/resources"

/** Base addresses to try, best first: US tenants also answer on the shared host. */
export function restBases({ region, subdomain }: Workspace): string[] {
  if (region === "eu") return [eu]
  const name = normaliseSubdomain(subdomain)
  return name === "" ? [usShared] : [`https://${name}.rest.vitally.io/resources`, usShared]
}

/** Names a workspace, so that two are never mixed. */
export function workspaceId({ region, subdomain }: Workspace): string {
  return `${region}:${normaliseSubdomain(subdomain)}`
}

/** A workspace's id as people say it: "acme (United States)". Another system's name stays as it is. */
export function workspaceWords(id: string): string {
  const [, region, name] = /^(us|eu):(.*)$/.exec(id) ?? []
  if (region === undefined) return id
  const place = region === "eu" ? "European Union" : "United States"
  return name ? `${name} (${place})` : place
}

/** `https://Acme.vitally.io/x` and `acme` are the same; empty if nothing usable is given. */
export function normaliseSubdomain(input: string): string {
  const host = input
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .split(/[/?#]/)[0]
  const label = (host ?? "").replace(/(\.rest)?\.vitally(-eu)?\.io$/, "")
  return /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label) ? label : ""
}

/**
 * The `Authorization` header of what was pasted: a bare key (`sk_live_…`), or the whole ready-made header that Vitally's
 * settings page offers (with or without `Authorization:`). Vitally wants the key as user name and an empty password.
 * @returns null where it cannot be a key: empty, or with blanks inside, or not ASCII.
 */
export function parseApiKey(input: string): `Basic ${string}` | null {
  const trimmed = input.trim().replace(/^authorization:\s*/i, "")
  const basic = /^basic\s+([A-Za-z0-9+/_-]+={0,2})$/i.exec(trimmed)?.[1]
  if (basic !== undefined) return `Basic ${basic}`
  const key = trimmed.replace(/^(["'])(.*)\1$/, "$2").replace(/:$/, "")
  if (/^basic$/i.test(key) || !/^[\x21-\x7e]+$/.test(key)) return null
  return `Basic ${btoa(`${key}:`)}`
}
