/** Stored rows of one account as facts: what Vitally says, then what Salesforce adds. */
import type { AccountFacts, Fact, HealthPoint } from "~src/domain/facts"
import { chooseFacts, type ChooseOptions } from "~src/domain/candidates/choose-facts"
import { emptyPool } from "~src/domain/candidates/pool"
import { usagePolicy } from "~src/domain/usage/usage-policy"
import { usageDays } from "../usage/store"
import { timeOf, type VitallyAccount } from "../vitally/rows"

import type { AccountRows, FactsContext } from "./context"
import { contactFact } from "./contact-fact"
import { npsOf, projectFact, taskFact, upcoming } from "./detail-facts"
import { withPending } from "./pending"
import { touchesOf } from "./touches"
import { isTierWord } from "./tier-words"
import { planNotes } from "~src/domain/lifecycle/plan-notes"
import { evidencePolicy } from "~src/domain/evidence/words"
import { correctedTouches } from "../evidence/corrections"
import { salesforceCandidates } from "./salesforce-candidates"
import { emptyFields } from "./empty-fields"
import { usageCandidates } from "./usage-candidates"
import { vitallyCandidates } from "./vitally-candidates"
import { saidBySalesforce, withSalesforce } from "./with-salesforce"

/** Facts of one account. Never throws on what the tolerant reader let through; what is missing stays missing. */
export function buildFacts(stored: AccountRows, context: FactsContext): AccountFacts {
  const rows = withPending(stored, context)
  const { account } = rows
  const raw = account.raw as VitallyAccount
  const facts: AccountFacts = { id: account.id, name: account.name, traits: {} }
  const vitally = <T>(value: T, field: string, at = account.readAt): Fact<T> => ({
    value,
    source: "vitally",
    field,
    at,
  })
  const said = saidBySalesforce(rows, context)
  const pool = emptyPool()
  vitallyCandidates(pool, rows, context)
  // Of Vitally's amounts; Salesforce names its own.
  const currency = pool.byFact.get("currency")?.[0]?.value
  if (said) salesforceCandidates(pool, said.facts, said.readAt, context)
  if (rows.usage) usageCandidates(pool, rows.usage, context)
  const openEnded = said?.facts.contracts?.openEnded
  if (openEnded)
    facts.openEndedContract = {
      name: openEnded.name,
      source: "salesforce",
      ...(openEnded.startOn !== undefined && { startOn: openEnded.startOn }),
    }
  const { policy, clock } = context
  chooseFacts(facts, pool, {
    today: clock.today,
    official: officialOf(policy),
    usageFreshDays: usagePolicy(policy).freshDays,
    isTier: (word) => isTierWord(policy.tiers, word),
    picks: rows.picks,
  })
  const empty = emptyFields(pool, raw.traits, context)
  if (empty.length > 0) facts.emptyFields = empty
  if (account.salesforceId !== undefined) facts.salesforceId = vitally(account.salesforceId, "salesforceId")
  if (account.organizationId !== undefined)
    facts.organizationId = vitally(account.organizationId, "organizationId")
  const score = raw.healthScore
  if (typeof score === "number" && score >= 0 && score <= 10)
    facts.vitallyHealth = vitally(score, "healthScore")
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
    const noted = planNotes(rows.touches, policy, clock.today)
    if (noted) facts.planNotes = noted
    facts.contacts = rows.contacts
      .map((row) => contactFact(row, rows.touches, context))
      .filter((contact) => contact !== null)
    const nps = npsOf(rows, context)
    if (nps) facts.nps = nps
  }
  if (read || rows.tasks.length > 0) facts.tasks = rows.tasks.map((row) => taskFact(row, context))
  if (rows.usage) facts.usage = usageDays(rows.usage)
  const history = rows.history.filter(({ kind, to }) => kind === "health" && to !== undefined)
  if (history.length > 0)
    facts.history = history.map(({ on, to }): HealthPoint => ({
      on,
      score: to?.score ?? null,
      band: to?.band ?? "unknown",
    }))
  const whole = said
    ? withSalesforce(facts, said, typeof currency === "string" ? currency : undefined)
    : facts
  if (whole.touches)
    whole.touches = correctedTouches(
      whole.touches,
      rows.corrections ?? [],
      evidencePolicy(context.policy).rules,
    )
  return whole
}

/** Which system's value wins, by fact: the policy's two of old, and what a team added. */
function officialOf({ renewal, mapping }: FactsContext["policy"]): ChooseOptions["official"] {
  return { renewalOn: renewal.officialDate, arr: renewal.officialArr, ...mapping.official }
}

/**
 * Vitally's own message times count calendar mail and campaigns too, so they stand in for people only where the messages themselves
 * were not read, or came after that. Where automated mail counts, the time of the last one is evidence all the same (`lastMailAt`).
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
    if (at === undefined) continue
    if (at > known) facts[fact] = vitally(raw[field] ?? "", field)
    else if (fact === "lastOutboundAt") facts.lastMailAt = vitally(raw[field] ?? "", field)
  }
}
