/**
 * Whose Salesforce org a page belongs to. A full sandbox keeps the ids of production, and anybody may have an org of their
 * own: the same id on another org's page is another customer.
 */
import { isSandboxHost, orgNameOf } from "~src/hosts"
import type { PageRef } from "~src/hosts/page-ref"
import type { Fault } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"

/** Orgs that a team's policy names besides the one that is signed in. */
export interface NamedOrgs {
  /** My Domain hosts: `acme--uat.sandbox.my.salesforce.com`. */
  hosts: readonly string[]
  /** Writes may go out from sandbox pages, too. */
  sandboxWrites?: boolean
}

type Salesforce = Pick<Settings["salesforce"], "myDomain">

/** `sandbox`: one of ours; it shows what production holds, and changes nothing there. */
export type OrgStanding = "ours" | "sandbox" | "foreign"

/** Pages that are not Salesforce's are ours as far as this is concerned. */
export function orgStanding(
  ref: Pick<PageRef, "site"> & { apiHost?: string },
  { myDomain }: Salesforce,
  named: NamedOrgs = { hosts: [] },
): OrgStanding {
  if (ref.site !== "salesforce" || ref.apiHost === undefined) return "ours"
  const host = ref.apiHost.toLowerCase()
  const own = myDomain.toLowerCase()
  const isNamed = host === own || named.hosts.some((one) => one.toLowerCase() === host)
  const isSandbox = isSandboxHost(host)
  if (isSandbox && named.sandboxWrites !== true) {
    // While nobody has signed in, no page says whose production it mirrors: it is shown, and nothing is written.
    const isOfOurs = own === "" || (!isSandboxHost(own) && orgNameOf(host) === orgNameOf(own))
    return isNamed || isOfOurs ? "sandbox" : "foreign"
  }
  return isNamed || own === "" ? "ours" : "foreign"
}

/** What is said above a customer on a sandbox's page; undefined elsewhere. */
export function sandboxNotice(
  ref: { site: string; host: string },
  standing: OrgStanding,
): string | undefined {
  if (standing !== "sandbox") return undefined
  return `This page is a sandbox (${ref.host}). What you see here is read from production's records and Vitally, and nothing can be changed from here.`
}

export function otherOrg(ref: PageRef, { myDomain }: Salesforce): Fault {
  return {
    code: "not-connected",
    title: `This page belongs to another Salesforce org: ${ref.host}.`,
    detail: `Account Lens is connected to ${myDomain}. The same record id there is another customer, so nothing is shown.`,
    next: "Open the page of your own org, or sign in to this one in the options.",
  }
}

export const sandboxIsReadOnly: Fault = {
  code: "not-allowed",
  title: "Nothing is changed from a sandbox page.",
  detail: "It would be written to production.",
  next: "Open the customer in production, or in the book.",
}
