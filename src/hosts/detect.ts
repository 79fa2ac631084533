/**
 * The gate's own reader of addresses: it sees a record wherever `parsePage` does, in a tenth of the bytes (the gate runs on every
 * page of these hosts), and imports nothing. Where it sees one too many, the worker, which parses, says that there is no customer.
 */

// Names such as docs.vitally.io never get here: the manifest excludes them.
const VITALLY_HOST = /\.vitally(-eu)?\.io$/
const VITALLY_PATH = /^\/(accounts|organizations)\/[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}(?=\/|$)/i
/** An id whose prefix leads to an account, or any id of a custom object's page. */
const SALESFORCE_ID = /(__c\/\w{3}|\b(00[136TU]|[58]00|801|0Q0|02i))[\dA-Za-z]{12}([\dA-Z]{3})?\b/

/** What of a page's address is read: `location`, or a `URL`. */
export type Address = Pick<URL, "host" | "pathname" | "search" | "hash">

/**
 * What of the address names the record, or "" where the page shows none. Only good for telling one record from another on the
 * same host; the same record may have several.
 */
export function detect({ host, pathname, search, hash }: Address): string {
  if (VITALLY_HOST.test(host)) return VITALLY_PATH.exec(pathname)?.[0] ?? ""
  let text = pathname + search + hash
  try {
    text = decodeURIComponent(text)
    // Old addresses of Lightning carry their page as base64.
    text += atob(decodeURIComponent(hash.slice(1)))
  } catch {
    // Not encoded so.
  }
  return SALESFORCE_ID.test(text) ? text : ""
}
