/** What Vitally says of a customer: traits and fields of the account, then of its organization. */
import type { Candidate } from "~src/domain/candidates/candidate"
import { add, type Pool } from "~src/domain/candidates/pool"
import { traitCandidates } from "~src/domain/candidates/trait-candidates"
import { dayOf } from "~src/domain/calendar"
import { type ReadContext, unreadText } from "~src/domain/intake/read-fact"
import { readAmount, readDay } from "~src/domain/intake/values"
import type { FactName } from "~src/domain/policy/policy"

import { plainText } from "../rich-text"
import { bagsIn, filled, textIn, type VitallyAccount } from "../vitally/rows"
import type { AccountRows, FactsContext } from "./context"
import { isTierWord } from "./tier-words"

type From = Omit<Candidate, "value" | "field">

/** Adds every value; nothing is chosen here. */
export function vitallyCandidates(
  pool: Pool,
  { account, organization, siblings }: AccountRows,
  context: FactsContext,
): void {
  const raw = account.raw as VitallyAccount
  const own: From = { system: "vitally", object: "account", at: account.readAt }
  addTraits(pool, raw.traits, own, context)
  addFields(pool, raw, own, context)
  addPeople(pool, raw, account.owner, own, context)
  const parent = organization?.raw as VitallyAccount | undefined
  if (!organization || !parent) return
  // Rich data may sit on the organization while the account's traits are empty.
  const count = typeof parent.accountsCount === "number" ? parent.accountsCount : siblings
  const above: From = {
    system: "vitally",
    object: "organization",
    at: organization.readAt,
    ...(count !== undefined && count > 1 && { sharedBy: count }),
  }
  addTraits(pool, parent.traits, above, context)
  addFields(pool, parent, above, context)
}

function addTraits(pool: Pool, traits: unknown, from: From, context: FactsContext): void {
  const read = readContextOf(context, from.at)
  const { sharedBy = 1 } = from
  // A group's revenue stands for all of its accounts together: no one account's.
  const settle = (name: FactName) => (name === "arr" && sharedBy > 1 ? { aside: sumOf(sharedBy) } : {})
  traitCandidates(pool, traits, context.traitMap, from, read, settle)
  traitCandidates(pool, traits, context.olderTraits, { ...from, older: true }, read, settle)
}

const sumOf = (count: number) => `it is the sum of ${count.toString()} accounts`

/** Fields that every workspace has. */
function addFields(
  pool: Pool,
  raw: VitallyAccount,
  from: From,
  { clock, notation, policy }: FactsContext,
): void {
  const { timeZone } = clock
  const monthly = readAmount(raw.mrr, notation.decimal)
  if (monthly === undefined) quote(pool, "arr", raw.mrr)
  if (monthly !== undefined && monthly >= 0) {
    const { sharedBy = 1 } = from
    add(pool, "arr", {
      ...from,
      value: Math.round(monthly * 12),
      field: "mrr x 12",
      ...(sharedBy > 1 && { aside: sumOf(sharedBy) }),
    })
  }
  const days = [
    ["renewalOn", "nextRenewalDate"],
    ["churnedOn", "churnedAt"],
  ] as const
  for (const [name, field] of days) {
    const value = readDay(raw[field], timeZone, notation.dates)
    if (value === undefined && from.object === "account") quote(pool, name, raw[field])
    // Of the organization's own churn date nothing follows for one of its accounts.
    if (value !== undefined && (name === "renewalOn" || from.object === "account"))
      add(pool, name, { ...from, value, field })
  }
  // Most lists are no tiers: "Power users" says nothing of one.
  for (const segment of bagsIn(raw.segments)) {
    const value = textIn(segment, "name")
    if (value !== undefined && isTierWord(policy.tiers, value))
      add(pool, "segment", { ...from, value, field: "segments" })
  }
}

function quote({ unread }: Pool, name: FactName, raw: unknown): void {
  const text = unreadText(raw)
  if (text !== undefined) unread[name] ??= text
}

/** People by the account's own links, if no field names them. */
function addPeople(
  pool: Pool,
  raw: VitallyAccount,
  owner: string | undefined,
  from: From,
  { admins }: FactsContext,
): void {
  const named = [
    ["technicalAdvisor", owner, "keyRoles"],
    ["accountExecutive", filled(raw.accountExecutiveId), "accountExecutiveId"],
  ] as const
  for (const [name, id, field] of named) {
    const value = id === undefined ? undefined : admins.get(id)
    if (value !== undefined) add(pool, name, { ...from, value, field })
  }
}

/** `at`: when the values were read; day counts run from that day. */
export function readContextOf(
  { scales, clock, policy, notation }: FactsContext,
  at: string | undefined,
): ReadContext {
  const readOn = at === undefined ? null : dayOf(at, clock.timeZone)
  return { scales, clock, words: policy.mapping, notation, plainText, ...(readOn !== null && { readOn }) }
}
