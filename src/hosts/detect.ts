/**
 * The gate's own reader of addresses. It answers for the hosts in the manifest what `parsePage` answers, in a fifth of
 * the bytes (the gate runs on every page of these hosts), and imports nothing; property tests hold the two together.
 */

// Names such as docs.vitally.io never get here: the manifest excludes them.
const VITALLY_HOST = /^[^.]+\.vitally(-eu)?\.io$/
const VITALLY_PATH = /^\/(accounts|organizations)\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(?=\/|$)/i
const SALESFORCE_HOST = /^[^.]+(\.[a-z]+)?\.(lightning\.force|(my)\.salesforce)\.com$/
const RECORD = /^(00[136TU]|[58]00|801|0Q0|02i)/
const ID = /^[\dA-Za-z]{15}([\dA-Z]{3})?$/
const CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"

/** The id where it is one; else "". An 18-character id has its check characters checked. */
function anyId(id = ""): string {
  const fits = id
    .slice(15)
    .split("")
    .every((check, group) => {
      let bits = 0
      for (let place = 5; place--;) bits = bits * 2 + +/[A-Z]/.test(id.charAt(group * 5 + place))
      return check === CHECK[bits]
    })
  return fits && ID.test(id) ? id : ""
}

/** The id where it is one that leads to an account; else "". */
const recordId = (id?: string | null): string => (RECORD.test(id ?? "") ? anyId(id ?? "") : "")

/** The id in `/lightning/r/<id>/…` or `/lightning/r/<object>/<id>/…`, by position. */
function lightningId(path: string): string {
  const [, app, r, first = "", second] = path.split(/[/?#]/)
  if (app !== "lightning" || r !== "r") return ""
  return recordId(first) || recordId(second) || (/^\w+__c$/.test(first) ? anyId(second) : "")
}

/** The id in `one.app`'s hash: after a word, or in a component's address as base64. */
function oldId(hash: string): string {
  const [, kind = "", id] = hash.slice(1).split(/[/?]/)
  if (kind === "sObject" || kind === "alohaRedirect") return recordId(id)
  try {
    const page = JSON.parse(atob(decodeURIComponent(hash.slice(1)))) as { attributes: { recordId: unknown } }
    return recordId(page.attributes.recordId as string)
  } catch {
    return ""
  }
}

/** What of a page's address is read: `location`, or a `URL`. */
export type Address = Pick<URL, "host" | "pathname" | "search" | "hash">

/**
 * The record the page shows, as its address names it, or "" where it shows none. Only good for telling one record from
 * another on the same host.
 */
export function detect({ host, pathname, search, hash }: Address): string {
  if (VITALLY_HOST.test(host)) return VITALLY_PATH.exec(pathname)?.[0] ?? ""
  const salesforce = SALESFORCE_HOST.exec(host)
  if (!salesforce) return ""
  const consoleId = pathname === "/console" ? recordId(/^#(?:%2F|\/)([\dA-Za-z]+)/.exec(hash)?.[1]) : ""
  if (salesforce[3]) return recordId(/^\/([^/]+)(\/e?)?$/.exec(pathname)?.[1]) || consoleId
  const query = new URLSearchParams(search)
  const focused = lightningId(pathname) || (pathname === "/one/one.app" ? oldId(hash) : "") || consoleId
  if (/^001/.test(focused)) return focused
  // What a dialog lies over, then the console's workspace tab.
  const isDialog = /^\/lightning\/(o\/\w+\/new|action\/quick\/|r\/)/.test(pathname)
  const below = isDialog
    ? recordId(query.get("recordId")) || lightningId(query.get("backgroundContext") ?? "")
    : ""
  const behind = [below, lightningId(query.get("ws") ?? "")]
  return behind.find((id) => /^001/.test(id)) || focused || behind.find(Boolean) || ""
}
