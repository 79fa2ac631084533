/** The mails that Vitally sends to a pooled customer: what is due, whom it needs, and whether one was seen (domain brief, section 15). Pure. */
import type { BookEntry } from "../book/entry"
import { addDays, workingDayOnOrAfter } from "../calendar"
import type { AccountFacts, CalendarDate, ContactFact } from "../facts"
import { monthOf } from "../fiscal"
import type { DigitalTouchpoint, Policy } from "../policy/policy"

export type MailState = "sent" | "due" | "no-contact" | "not-seen" | "not-owed" | "unknown"

export interface Mail {
  key: string
  label: string
  state: MailState
  on?: CalendarDate
  /** Roles without a contact. */
  missing: string[]
}

export interface MailRow {
  id: string
  name: string
  mails: Mail[]
  /** Who gets them: contacts with one of the wanted roles. */
  to: ContactFact[]
  /** Contacts were read. */
  contactsKnown: boolean
}

/** A mail that is this long due without a trace is called not seen. */
const graceDays = 7

export function mailRow(
  { id, name }: BookEntry,
  facts: AccountFacts | undefined,
  { policy, today }: { policy: Policy; today: CalendarDate },
): MailRow {
  const points = policy.digital.touchpoints
  const wanted = new Set(points.flatMap(({ roles }) => roles))
  const contacts = facts?.contacts
  return {
    id,
    name,
    contactsKnown: contacts !== undefined,
    to: (contacts ?? []).filter(({ roles, bounced }) => !bounced && roles.some((role) => wanted.has(role))),
    mails: points.map((point) => mailOf(point, facts, policy, today)),
  }
}

function mailOf(
  point: DigitalTouchpoint,
  facts: AccountFacts | undefined,
  policy: Policy,
  today: CalendarDate,
): Mail {
  const { key, label, roles, versionsBehindFrom } = point
  const start = facts?.closeOn?.value ?? facts?.contractStartOn?.value
  const mail = (state: MailState, on?: CalendarDate, missing: string[] = []): Mail => ({
    key,
    label,
    state,
    missing,
    ...(on !== undefined && { on }),
  })
  if (!facts || start === undefined) return mail("unknown")
  const behind = facts.traits.versionsBehind?.value
  if (versionsBehindFrom !== undefined) {
    if (behind === undefined) return mail("unknown")
    if (behind < versionsBehindFrom) return mail("not-owed")
  }
  const first = addDays(start, point.day)
  const on = point.everyMonth
    ? workingDayOnOrAfter(monthOf(today).startsOn, policy.workingDays)
    : workingDayOnOrAfter(first, policy.workingDays)
  if (on < first) return mail("not-owed")
  const missing = facts.contacts
    ? roles.filter((role) => !facts.contacts?.some((one) => !one.bounced && one.roles.includes(role)))
    : []
  const seen = (facts.touches ?? []).find(
    (touch) =>
      touch.automatic && touch.on !== undefined && touch.on >= on && touch.on <= addDays(on, graceDays),
  )
  if (seen) return mail("sent", seen.on)
  // Only recent mail is read: of an older one without a trace nothing can be said.
  if (addDays(on, 90) < today) return mail("unknown", on, missing)
  if (missing.length === roles.length && facts.contacts) return mail("no-contact", on, missing)
  return mail(addDays(on, graceDays) < today ? "not-seen" : "due", on, missing)
}
