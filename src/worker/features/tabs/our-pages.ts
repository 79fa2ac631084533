/** Whether a page belongs to the workspace and the org that this browser is connected to. */
import { type Site, siteOf } from "~src/hosts"
import type { Settings } from "~src/messaging/views/settings"

import { type NamedOrgs, orgStanding } from "./whose-org"

type Connected = Pick<Settings, "vitally" | "salesforce">

export function isOurs(url: string, connected: Connected, orgs?: NamedOrgs): boolean {
  const site = siteOf(url)
  return site !== null && isOurSite(site, connected, orgs)
}

/**
 * True on pages of the connected Vitally workspace, of the Salesforce org named in the settings, its sandboxes and the orgs that
 * the policy names. While nothing is
 * connected, every page is a place to connect from. `app` is no workspace's name: it shows whichever is signed in.
 */
export function isOurSite(site: Site, { vitally, salesforce }: Connected, orgs?: NamedOrgs): boolean {
  if (site.site === "vitally") {
    if (vitally.subdomain === "" || site.subdomain === "app") return true
    return site.subdomain === vitally.subdomain.toLowerCase() && site.region === vitally.region
  }
  return orgStanding(site, salesforce, orgs) !== "foreign"
}
