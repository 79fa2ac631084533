/**
 * The gate's own reader of addresses. It answers for the hosts in the manifest what `parsePage` answers, in a fifth of
 * the bytes (the gate runs on every page of these hosts), and imports nothing; property tests hold the two together.
 */

// Names such as docs.vitally.io never get here: the manifest excludes them.
const VITALLY_HOST = /^[^.]+\.vitally(-eu)?\.io$/
const VITALLY_PATH = /^\/(accounts|organizations)\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(?=\/|$)/i
const SALESFORCE_HOST = /^[^.]+(\.[a-z]+)?\.(lightning\.force|(my)\.salesforce)\.com$/
const RECORD = /^(00[136]|[58]00)[\da-z]{12}([\dA-Z]{3})?$/i
const CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345"

/** The id where it is one that leads to an account; else "". An 18-character id has its check characters checked. */
function recordId(id = ""): string {
  const fits = id
    .slice(15)
    .split("")
    .every((check, group) => {
      let bits = 0
      for (let place = 5; place--;) bits = bits * 2 + +/[A-Z]/.test(id.charAt(group * 5 + place))
      return check === CHECK[bits]
    })
  return fits && RECORD.test(id) ? id : ""
}

/** The id in `/lightning/r/<id>/…` or `/lightning/r/<object>/<id>/…`, by position. */
function lightningId(path: string): string {
  const [, app, r, first, second] = path.split(/[/?#]/)
  return app === "lightning" && r === "r" ? recordId(first) || recordId(second) : ""
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
  if (salesforce[3]) return recordId(/^\/([^/]+)(\/e?)?$/.exec(pathname)?.[1])
  const [, kind, old] = hash.split(/[/?]/)
  const isOld = pathname === "/one/one.app" && kind === "sObject"
  const focused = lightningId(pathname) || (isOld ? recordId(old) : "")
  if (/^001/.test(focused)) return focused
  const workspace = lightningId(new URLSearchParams(search).get("ws") ?? "")
  return /^001/.test(workspace) ? workspace : focused || workspace
}
