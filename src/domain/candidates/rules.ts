/**
 * The one table of which value wins. Each fact has its rules in order; the first one that tells two candidates apart decides, and says
 * why. Reasons are read after "is used:".
 */
import { daysBetween } from "../calendar"
import type { CalendarDate } from "../facts"
import type { FactName } from "../policy/policy"
import type { Candidate, Pick } from "./candidate"
import { isPicked } from "./candidate"

export interface ChoiceContext {
  today: CalendarDate
  /** Which system's value wins, by fact: the team's policy. */
  official: Partial<Record<FactName, "vitally" | "salesforce">>
  /** What the user chose for this account. */
  pick?: Pick | undefined
  /** Up to this age in days, usage from a file or Looker counts as fresh; absent: none does. */
  usageFreshDays?: number
  /** Whether a word names a tier of the policy's scheme. */
  isTier: (word: string) => boolean
}

export interface ChoiceRule {
  /** Lower wins; equal leaves it to the next rule. */
  rank: (candidate: Candidate, context: ChoiceContext, name: FactName) => number
  /** Said of the winner. */
  why: (name: FactName, context: ChoiceContext) => string
}

const byHand: ChoiceRule = {
  rank: (candidate, { pick }) => (isPicked(candidate, pick) ? 0 : 1),
  why: () => "you chose it for this customer",
}

const ownObject: ChoiceRule = {
  rank: ({ sharedBy = 1 }) => (sharedBy > 1 ? 1 : 0),
  why: () => "the customer's own value comes before its parent's",
}

const notPast: ChoiceRule = {
  rank: ({ value }, { today }) => (String(value) < today ? 1 : 0),
  why: () => "a date that has passed gives way to one that lies ahead",
}

const laterPassed: ChoiceRule = {
  rank: ({ value }, { today }) => Math.max(0, daysBetween(String(value), today)),
  why: () => "both dates have passed, and it is the later one",
}

const officialSystem: ChoiceRule = {
  rank: ({ system }, { official }, name) =>
    official[name] !== undefined && official[name] === system ? 0 : 1,
  why: (name, { official }) =>
    `the policy takes ${official[name] === "salesforce" ? "Salesforce" : "Vitally"} for this`,
}

const contractFirst: ChoiceRule = {
  rank: ({ object }) => (object === "contract" ? 0 : 1),
  why: () => "a contract is firmer than a field that somebody keeps",
}

const accountFirst: ChoiceRule = {
  rank: ({ object }) => (object === "organization" ? 1 : 0),
  why: () => "the account's own field comes before its parent's",
}

const newerField: ChoiceRule = {
  rank: ({ older }) => (older ? 1 : 0),
  why: () => "the newer field of that name is filled",
}

const mappedField: ChoiceRule = {
  rank: ({ mapped }) => (mapped ? 0 : 1),
  why: () => "the field mapped to it comes before the built-in one",
}

const namesTier: ChoiceRule = {
  rank: ({ value }, { isTier }) => (isTier(String(value)) ? 0 : 1),
  why: () => "it names a tier",
}

const vitallyFirst: ChoiceRule = {
  rank: ({ system }) => (system === "vitally" ? 0 : 1),
  why: () => "Vitally is asked first for this",
}

const salesforceFirst: ChoiceRule = {
  rank: ({ system }) => (system === "salesforce" ? 0 : 1),
  why: () => "it is set in Salesforce, Vitally has a copy",
}

const listedFirst: ChoiceRule = {
  rank: ({ object }) => (object === "case" ? 0 : 1),
  why: () => "it counts the tickets that are listed",
}

const ageOfUsage = ({ system, at }: Candidate, today: CalendarDate): number | null =>
  (system === "file" || system === "looker") && at !== undefined ? daysBetween(at.slice(0, 10), today) : null

const isFresh = (candidate: Candidate, { today, usageFreshDays = -1 }: ChoiceContext) => {
  const age = ageOfUsage(candidate, today)
  return age !== null && age <= usageFreshDays
}

const freshUsage: ChoiceRule = {
  rank: (candidate, context) => (isFresh(candidate, context) ? 0 : 1),
  why: () => "it is the fresher one",
}

const staleUsage: ChoiceRule = {
  rank: (candidate, context) =>
    ageOfUsage(candidate, context.today) !== null && !isFresh(candidate, context) ? 1 : 0,
  why: (_name, { usageFreshDays = 0 }) => `the usage data is older than ${usageFreshDays.toString()} days`,
}

const newerUsage: ChoiceRule = {
  rank: (candidate, { today }) => ageOfUsage(candidate, today) ?? 0,
  why: () => "it is of a later day",
}

const usual = [byHand, ownObject, officialSystem, vitallyFirst, accountFirst, newerField, mappedField]

/** What a usage system measures. Seats are not among it: how many were bought is the contract's word. */
const usageOrder = [byHand, ownObject, officialSystem, freshUsage, staleUsage, newerUsage, ...usual.slice(3)]

/** The order where a fact needs another than the usual one. */
const orders: Partial<Record<FactName, readonly ChoiceRule[]>> = {
  renewalOn: [
    byHand,
    ownObject,
    notPast,
    officialSystem,
    contractFirst,
    laterPassed,
    accountFirst,
    newerField,
    mappedField,
  ],
  // The account's own field is Vitally's word; a trait is an integration's or somebody's.
  churnedOn: [
    byHand,
    ownObject,
    { ...mappedField, rank: ({ mapped }) => (mapped ? 1 : 0), why: () => "it is Vitally's own field" },
    accountFirst,
    newerField,
  ],
  ...Object.fromEntries(
    (["mauOverSeats", "dauOverMau", "monthlyActiveUsers", "version", "versionsBehind"] as const).map(
      (name) => [name, usageOrder],
    ),
  ),
  segment: [byHand, namesTier, ...usual.slice(1)],
  openSupportTickets: [byHand, listedFirst, ...usual.slice(1)],
  supportLevel: [byHand, ownObject, officialSystem, salesforceFirst, ...usual.slice(3)],
  accountType: [byHand, ownObject, officialSystem, salesforceFirst, ...usual.slice(3)],
}

export function rulesFor(name: FactName): readonly ChoiceRule[] {
  return orders[name] ?? usual
}
