import type { PageRef } from "~src/hosts/page-ref"
import { readSalesforceHost } from "~src/hosts/salesforce-host"
import { parseSalesforcePage } from "~src/hosts/salesforce"
import type { Region } from "~src/hosts/table"
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

/** Whose page an address is: a workspace of Vitally, or an org of Salesforce by its API host. */
export type Site =
  { site: "vitally"; subdomain: string; region: Region } | { site: "salesforce"; apiHost: string }

/** Null on hosts that are none of the sites' apps. */
export function siteOf(address: string): Site | null {
  const host = pageAddress(address)?.hostname
  if (host === undefined) return null
  const vitally = readVitallyHost(host)
  if (vitally) return { site: "vitally", subdomain: vitally.subdomain, region: vitally.family.region }
  const salesforce = readSalesforceHost(host)
  return salesforce && { site: "salesforce", apiHost: salesforce.apiHost }
}

/** True on any page of a site's app, whether or not it shows a record: where the panel may say "open an account". */
export function isAppHost(address: string): boolean {
  return siteOf(address) !== null
}
