/** Stored rows of one account as facts: what Vitally says, then what Salesforce adds. */
import type { AccountFacts, Fact, HealthPoint } from "~src/domain/facts"
import { mapTraits } from "~src/domain/intake/map-traits"
import { readDay, readNumber } from "~src/domain/intake/values"
import { filled, isBag, textIn, timeOf, type VitallyAccount } from "../vitally/rows"

import type { AccountRows, FactsContext } from "./context"
import { contactFact } from "./contact-fact"
import { npsOf, projectFact, taskFact, upcoming } from "./detail-facts"
import { withPending } from "./pending"
import { touchesOf } from "./touches"
import { withSalesforce } from "./with-salesforce"

/** Facts of one account. Never throws on what the tolerant reader let through; what is missing stays missing. */
export function buildFacts(stored: AccountRows, context: FactsContext): AccountFacts {
  const rows = withPending(stored, context)
  const { account, organization } = rows
  const raw = account.raw as VitallyAccount
  const parent = organization?.raw as VitallyAccount | undefined
  const facts: AccountFacts = { id: account.id, name: account.name, traits: {} }
  const { timeZone } = context.clock
  const vitally = <T>(value: T, field: string, at = account.readAt): Fact<T> => ({
    value,
    source: "vitally",
    field,
    at,
  })
  // Rich data may sit on the organization while the account's traits are empty: the account wins, trait by trait.
  addTraits(facts, parent?.traits, organization?.readAt, context)
  addTraits(facts, raw.traits, account.readAt, context)

  if (account.salesforceId !== undefined) facts.salesforceId = vitally(account.salesforceId, "salesforceId")
  if (account.organizationId !== undefined)
    facts.organizationId = vitally(account.organizationId, "organizationId")
  const mrr = readNumber(raw.mrr) ?? readNumber(parent?.mrr)
  if (!facts.arr && mrr !== undefined && mrr > 0) facts.arr = vitally(Math.round(mrr * 12), "mrr x 12")
  const renewal = readDay(raw.nextRenewalDate, timeZone) ?? readDay(parent?.nextRenewalDate, timeZone)
  if (!facts.renewalOn && renewal) facts.renewalOn = vitally(renewal, "nextRenewalDate")
  const churned = readDay(raw.churnedAt, timeZone)
  if (churned) facts.churnedOn = vitally(churned, "churnedAt")
  const score = raw.healthScore
  if (typeof score === "number" && score >= 0 && score <= 10)
    facts.vitallyHealth = vitally(score, "healthScore")
  const segment = textIn((raw.segments ?? [])[0], "name")
  if (!facts.segment && segment !== undefined) facts.segment = vitally(segment, "segments")
  const owner = account.owner === undefined ? undefined : context.admins.get(account.owner)
  if (facts.technicalAdvisor === undefined && owner !== undefined) facts.technicalAdvisor = owner
  const executive = context.admins.get(filled(raw.accountExecutiveId) ?? "")
  if (facts.accountExecutive === undefined && executive !== undefined) facts.accountExecutive = executive
  lastMessages(facts, rows, vitally)
  const belowOn = rows.before?.nurturingBelowOn
  if (belowOn !== undefined) facts.nurturingBelowOn = belowOn

  const read = rows.details.some(({ part }) => part === "threads" || part === "meetings")
  const touches = touchesOf(rows, context)
  if (read || touches.length > 0) facts.touches = touches
  if (read) {
    facts.contactSources = [{ source: "vitally", syncedAt: account.detailAt ?? account.readAt }]
    facts.upcomingMeetings = upcoming(rows, context)
    facts.projects = rows.projects.map((row) => projectFact(row, context))
    facts.contacts = rows.contacts
      .map((row) => contactFact(row, rows.touches, context))
      .filter((contact) => contact !== null)
    const nps = npsOf(rows, context)
    if (nps) facts.nps = nps
  }
  if (read || rows.tasks.length > 0) facts.tasks = rows.tasks.map((row) => taskFact(row, context))
  const history = rows.history.filter(({ kind, to }) => kind === "health" && to !== undefined)
  if (history.length > 0)
    facts.history = history.map(({ on, to }): HealthPoint => ({
      on,
      score: to?.score ?? null,
      band: to?.band ?? "unknown",
    }))
  return withSalesforce(facts, rows, context)
}

function addTraits(
  facts: AccountFacts,
  traits: unknown,
  readAt: string | undefined,
  context: FactsContext,
): void {
  if (readAt === undefined || !isBag(traits) || Object.keys(traits).length === 0) return
  const { traitMap, olderTraits, scales, clock, policy } = context
  for (const map of [olderTraits, traitMap]) {
    const {
      traits: own,
      unread,
      ...rest
    } = mapTraits(traits, map, scales, clock, { words: policy.mapping, readAt })
    Object.assign(facts, rest)
    Object.assign(facts.traits, own)
    if (unread) facts.unread = { ...facts.unread, ...unread }
  }
}

/**
 * Vitally's own message times count calendar mail and campaigns too, so they stand in only where the messages themselves were not
 * read, or came after that.
 */
function lastMessages(
  facts: AccountFacts,
  { account }: AccountRows,
  vitally: (value: string, field: string) => Fact<string>,
): void {
  const raw = account.raw as VitallyAccount
  const fields = {
    lastInboundAt: "lastInboundMessageTimestamp",
    lastOutboundAt: "lastOutboundMessageTimestamp",
  } as const
  for (const [fact, field] of Object.entries(fields) as [
    keyof typeof fields,
    (typeof fields)[keyof typeof fields],
  ][]) {
    const at = timeOf(raw[field])
    const known = timeOf(account.detailOf ? account.detailOf[field] : account.detailAt) ?? -Infinity
    if (at !== undefined && at > known) facts[fact] = vitally(raw[field] ?? "", field)
  }
}
