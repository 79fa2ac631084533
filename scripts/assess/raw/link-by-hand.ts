/** What a case's user linked by hand: a Salesforce id or a page's address, as text or inside an object. */
import type { PageRef } from "~src/hosts/page-ref"
import { parsePage, toId18 } from "~src/hosts"

import { isRow } from "./read-cases"

/** Null if nothing was linked. @throws Error where it can't be read. */
export function linkedPage(byHand: unknown): PageRef | null {
  if (byHand === undefined || byHand === null || byHand === "") return null
  const texts = isRow(byHand) ? Object.values(byHand) : [byHand]
  for (const text of texts) {
    if (typeof text !== "string") continue
    const id18 = toId18(text)
    const ref = parsePage(
      id18 === null ? text : `https://acme.lightning.force.com/lightning/r/Account/${id18}/view`,
    )
    if (ref) return ref
  }
  throw new Error("link.byHand holds neither a Salesforce id nor the address of a page.")
}
