/** Which page the panel asked to link: `#link?ref=<JSON of the page, encoded>`. */
import type { PageRef } from "~src/hosts/page-ref"

/** Null for anything else: an address is typed by whoever opens the page. The worker checks it again. */
export function pageOf(params: URLSearchParams): PageRef | null {
  try {
    const value: unknown = JSON.parse(params.get("ref") ?? "")
    return isPageRef(value) ? value : null
  } catch {
    return null
  }
}

/** The customer that the panel proposes for the page: `&account=<id>`; the user confirms. */
export function proposedBy(params: URLSearchParams): string | null {
  return params.get("account")
}

const parts = {
  vitally: ["host", "key", "subdomain", "region", "kind", "id"],
  salesforce: ["host", "key", "apiHost", "object", "id18"],
} as const

function isPageRef(value: unknown): value is PageRef {
  if (typeof value !== "object" || value === null || !("site" in value)) return false
  const { site } = value
  if (site !== "vitally" && site !== "salesforce") return false
  return parts[site].every((part) => typeof (value as Record<string, unknown>)[part] === "string")
}
