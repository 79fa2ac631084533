import { objectOfId, toId18 } from "~src/hosts/salesforce-id"

/**
 * The gate's own small reader of addresses. It answers for the hosts in the manifest what `parsePage` answers, in a
 * third of the bytes; property tests hold the two together.
 */

const VITALLY_HOST =
  /^(?!(?:www|docs|login|cdn|api|rest|mcp)\.)[a-z\d](?:[a-z\d-]*[a-z\d])?\.vitally(?:-eu)?\.io$/
const VITALLY_PATH = /^\/(accounts|organizations)\/([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})(?:\/|$)/
const SALESFORCE_HOST = /^[a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z]+)?\.(lightning\.force|my\.salesforce)\.com$/

const isRecord = (id: string): boolean => toId18(id) !== null && objectOfId(id) !== null

/** The id in `/lightning/r/<id>/…` or `/lightning/r/<object>/<id>/…`, by position; "" where there is none. */
function lightningId(path: string): string {
  const [, app, r, first = "", second = ""] = path.split(/[/?#]/)
  if (app !== "lightning" || r !== "r") return ""
  if (isRecord(first)) return first
  const names = [objectOfId(second)?.toLowerCase(), "sobject"]
  return isRecord(second) && names.includes(first.toLowerCase()) ? second : ""
}

/** What of a page's address is read: `location`, or a `URL`. */
export type Address = Pick<URL, "host" | "hostname" | "pathname" | "search" | "hash">

/**
 * The record the page shows, as its address names it (kind and id), or "" where it shows none. Only good for telling one
 * record from another on the same host.
 */
export function detect(address: Address): string {
  const { host, hostname, pathname, search, hash } = address
  if (host !== hostname) return ""
  if (VITALLY_HOST.test(host)) return VITALLY_PATH.exec(pathname.toLowerCase())?.[0] ?? ""
  const ui = SALESFORCE_HOST.exec(host)?.[1]
  if (ui === "my.salesforce") {
    const id = /^\/([^/]+)(?:\/e?)?$/.exec(pathname)?.[1] ?? ""
    return isRecord(id) ? id : ""
  }
  if (ui === undefined) return ""
  const [, kind, old = ""] = hash.split(/[/?]/)
  const isOld = pathname === "/one/one.app" && kind === "sObject" && isRecord(old)
  const focused = lightningId(pathname) || (isOld ? old : "")
  const workspace = lightningId(new URLSearchParams(search).get("ws") ?? "")
  return !focused.startsWith("001") && (!focused || workspace.startsWith("001"))
    ? workspace || focused
    : focused
}
