/** A customer's people as facts. */
import { dayOf } from "~src/domain/calendar"
import type { ContactFact } from "~src/domain/facts"
import { filled, textIn, textsIn, type VitallyUser } from "../vitally/rows"
import type { ContactRow, TouchRow } from "../cache/rows"

import type { FactsContext } from "./context"

/** Keys in which Salesforce's contact roles arrive: a list, or one text with semicolons. */
const roleKeys = [
  "sfdc.Role__c",
  "sfdc.Roles__c",
  "sfdc.Contact_Role__c",
  "role",
  "Role",
  "vitally.custom.role",
]
const titleKeys = ["title", "sfdc.Title", "jobTitle", "vitally.custom.title"]

/** Null for somebody who has left. `touches` are the account's: who wrote or met counts as their last touch. */
export function contactFact(
  row: ContactRow,
  touches: readonly TouchRow[],
  { clock }: Pick<FactsContext, "clock">,
): ContactFact | null {
  const raw = row.raw as unknown as VitallyUser
  if (filled(raw.deactivatedAt) !== undefined) return null
  const traits = raw.traits ?? {}
  const roles = roleKeys.flatMap((key) => {
    const value = traits[key]
    return typeof value === "string" ? value.split(";") : textsIn(value)
  })
  const title = titleKeys.map((key) => textIn(traits, key)).find((value) => value !== undefined)
  const email = filled(raw.email)
  const name = filled(raw.name) ?? email ?? "Contact without a name"
  const lastTouchOn = [
    ...[raw.lastInboundMessageTimestamp, raw.lastOutboundMessageTimestamp].map((at) =>
      dayOf(filled(at) ?? "", clock.timeZone),
    ),
    ...touches.filter((touch) => isWith(touch, name)).map(({ on }) => on),
  ]
    .filter((on) => on !== null)
    .filter((on) => on <= clock.today)
    .sort()
    .pop()
  return {
    id: raw.id,
    name,
    roles: [...new Set(roles.map((role) => role.trim()).filter(Boolean))],
    source: "vitally",
    ...(email !== undefined && { email }),
    ...(title !== undefined && { title }),
    ...(lastTouchOn !== undefined && { lastTouchOn }),
    ...(raw.permanentlyBounced === true && { bounced: true }),
  }
}

/** Touches name people, not ids: who wrote, or who came to a meeting. */
const isWith = ({ who, automatic, verdict }: TouchRow, name: string): boolean =>
  !automatic && (verdict ?? "person") === "person" && (who?.split(", ").includes(name) ?? false)
