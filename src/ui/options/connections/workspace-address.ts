/** What a pasted workspace address says: `https://acme.vitally-eu.io/accounts` is `acme` in the European Union. */
export interface WorkspaceAddress {
  subdomain: string
  /** Known only where a whole address was given. */
  region?: "us" | "eu"
}

/** Reads a subdomain out of what people paste: the name alone, a host, or any address of their workspace. */
export function parseWorkspaceAddress(text: string): WorkspaceAddress {
  const trimmed = text.trim().toLowerCase()
  const host = trimmed.replace(/^https?:\/\//, "").replace(/[/?#].*$/, "")
  const found = /^(?<name>[a-z0-9-]+)(?:\.rest)?\.vitally(?<eu>-eu)?\.io$/.exec(host)
  if (!found?.groups) return { subdomain: trimmed }
  return { subdomain: found.groups.name ?? "", region: found.groups.eu ? "eu" : "us" }
}
