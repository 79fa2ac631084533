/** Whether a page belongs to the workspace and the org that this browser is connected to. */
import { type Site, siteOf } from "~src/hosts"
import type { Settings } from "~src/messaging/views/settings"

type Connected = Pick<Settings, "vitally" | "salesforce">

export function isOurs(url: string, connected: Connected): boolean {
  const site = siteOf(url)
  return site !== null && isOurSite(site, connected)
}

/**
 * True on pages of the connected Vitally workspace and of the Salesforce org named in the settings. While nothing is
 * connected, every page is a place to connect from. `app` is no workspace's name: it shows whichever is signed in.
 */
export function isOurSite(site: Site, { vitally, salesforce }: Connected): boolean {
  if (site.site === "vitally") {
    if (vitally.subdomain === "" || site.subdomain === "app") return true
    return site.subdomain === vitally.subdomain.toLowerCase() && site.region === vitally.region
  }
  return salesforce.myDomain === "" || site.apiHost === salesforce.myDomain.toLowerCase()
}
