import type { ContactFact } from "~src/domain/facts"

/** Who matters most to a TA, first: the roles of the domain brief, section 9. */
const roles = [
  "Champion",
  "Economic Buyer",
  "Executive",
  "Program Contact",
  "Instance Admin",
  "Deal Contact",
  "End User",
]

function rank(contact: ContactFact): number {
  const ranks = contact.roles.map((role) => roles.indexOf(role)).filter((at) => at >= 0)
  return Math.min(roles.length, ...ranks)
}

/** By role, then by last touch, newest first, then by name. */
export function sortContacts(contacts: ContactFact[]): ContactFact[] {
  return [...contacts].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (b.lastTouchOn ?? "").localeCompare(a.lastTouchOn ?? "") ||
      a.name.localeCompare(b.name),
  )
}
