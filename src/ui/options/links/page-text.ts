import type { PageRef } from "~src/hosts/page-ref"

/** A page in words: "Salesforce Opportunity 006… (acme.lightning.force.com)". */
export function pageText(ref: PageRef): string {
  return ref.site === "salesforce"
    ? `Salesforce ${ref.object} ${ref.id18} (${ref.host})`
    : `Vitally ${ref.kind} ${ref.id} (${ref.host})`
}
