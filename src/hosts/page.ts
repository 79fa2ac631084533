import type { PageRef } from "~src/hosts/page-ref"
import { readSalesforceHost } from "~src/hosts/salesforce-host"
import { parseSalesforcePage } from "~src/hosts/salesforce"
import { parseVitallyPage, readVitallyHost } from "~src/hosts/vitally"

/** An address of a page over https on the usual port; null for anything else. */
function pageAddress(address: string): URL | null {
  const url = URL.parse(address)
  const isPage = url?.protocol === "https:" && url.port === "" && url.username === "" && url.password === ""
  return isPage ? url : null
}

/** Reads which customer's record the page at this address shows; null where it shows none we know. */
export function parsePage(address: string): PageRef | null {
  const url = pageAddress(address)
  return url === null ? null : (parseVitallyPage(url) ?? parseSalesforcePage(url))
}

/** True on any page of a site's app, whether or not it shows a record: where the panel may say "open an account". */
export function isAppHost(address: string): boolean {
  const host = pageAddress(address)?.hostname
  return host !== undefined && (readVitallyHost(host) !== null || readSalesforceHost(host) !== null)
}
