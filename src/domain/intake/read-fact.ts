/** How each mapped fact is read from a raw value. */
import { daysBetween } from "../calendar"
import { TRAIT_KEYS, type AccountFacts, type CalendarDate, type Clock, type TraitFacts } from "../facts"
import type { FactName, MappingPolicy } from "../policy/policy"
import type { Scales } from "./scales"
import type { Notation } from "./notation"
import { readMoney } from "./read-money"
import {
  readAmount,
  readBoolean,
  readCount,
  readDay,
  readNumber,
  readRatio,
  readSentiment,
  readTelemetry,
  readText,
} from "./values"

export interface ReadContext {
  scales: Scales
  clock: Clock
  /** The day the value was read, from which a day count runs; today where not given. */
  readOn?: CalendarDate
  words: Pick<MappingPolicy, "sentimentWords" | "booleanWords">
  /** How the book writes dates and amounts. */
  notation?: Notation | undefined
  /** Text of a field that may hold HTML, as people read it. */
  plainText?: (text: string) => string
}

type Reader = (raw: unknown, context: ReadContext, name: FactName) => unknown

const notBelowZero = (value: number | undefined) => (value !== undefined && value >= 0 ? value : undefined)
const positive: Reader = (raw) => notBelowZero(readNumber(raw))
const amount: Reader = (raw, { notation }) => notBelowZero(readAmount(raw, notation?.decimal))
const yesNo: Reader = (raw, { words }) => readBoolean(raw, words.booleanWords)
const day: Reader = (raw, { clock, notation }, name) =>
  readDay(raw, clock.timeZone, notation?.datesOf?.[name] ?? notation?.dates)

const readers: Readonly<Record<FactName, Reader>> = {
  sentiment: (raw, { words }) => readSentiment(raw, words.sentimentWords),
  versionsBehind: readCount,
  preciseIntel: yesNo,
  defectTickets90d: readCount,
  helpTickets90d: readCount,
  activeChampion: yesNo,
  accessToBuyer: yesNo,
  lastActivityDays: lastActivity,
  dauOverMau: (raw, { scales }) => readRatio(raw, scales.dauOverMau),
  mauOverSeats: (raw, { scales }) => readRatio(raw, scales.mauOverSeats),
  salesforceId: readText,
  segment: readText,
  arr: (raw, { notation }) => notBelowZero(readMoney(raw, notation?.decimal)),
  currency: readText,
  developers: amount,
  employees: amount,
  seats: amount,
  unlimitedSeats: yesNo,
  totalAddressableUsers: amount,
  monthlyActiveUsers: amount,
  contractStartOn: day,
  productionReadyOn: day,
  renewalOn: day,
  closeOn: day,
  churnedOn: day,
  stage: readText,
  assignedOn: day,
  previousOwner: readText,
  telemetry: readTelemetry,
  usageScore: positive,
  planUpdatedOn: day,
  planUrl: (raw) => {
    const url = readText(raw)
    return url?.startsWith("https://") ? url : undefined
  },
  licences: amount,
  lighthouse: yesNo,
  redAccount: yesNo,
  lowUtilizationContext: readText,
  openSupportTickets: readCount,
  slackActive: yesNo,
  version: readText,
  accountExecutive: readText,
  technicalAdvisor: readText,
  supportLevel: readText,
  accountType: readText,
}

/** Every fact a field can be mapped to, in a fixed order. */
export const FACT_NAMES = Object.keys(readers) as FactName[]

/** The value as facts hold it; undefined for no data. Never throws. */
export function readFact(name: FactName, raw: unknown, context: ReadContext): unknown {
  return raw === undefined || raw === null ? undefined : readers[name](raw, context, name)
}

/** Facts kept as plain text, without provenance. */
export const PLAIN_FACTS = new Set<FactName>([
  "currency",
  "planUrl",
  "previousOwner",
  "accountExecutive",
  "technicalAdvisor",
])

/** Facts that stand under `traits`. */
export const TRAIT_FACTS: ReadonlySet<string> = new Set(TRAIT_KEYS)

/** Puts a value where it belongs: under `traits`, as a fact, or as plain text. */
export function putFact(
  target: Partial<AccountFacts> & { traits: TraitFacts },
  name: FactName,
  fact: { value: unknown },
): void {
  // The reader table above fixes the value's type for each name; TypeScript can't follow it through the name.
  if (TRAIT_FACTS.has(name)) Object.assign(target.traits, { [name]: fact })
  else Object.assign(target, { [name]: PLAIN_FACTS.has(name) ? fact.value : fact })
}

/** What a field holds though it can't be read as its fact, so that nobody is told it were empty; undefined where it is empty. */
export function unreadText(raw: unknown): string | undefined {
  return (typeof raw === "boolean" ? String(raw) : readText(raw))?.slice(0, 60)
}

export function putUnread(target: Pick<AccountFacts, "unread">, name: FactName, raw: unknown): void {
  const text = unreadText(raw)
  if (text !== undefined) target.unread = { ...target.unread, [name]: text }
}

/** A day count, or the date of the activity, from which the days are counted. Negative and future ones are ignored. */
function lastActivity(
  raw: unknown,
  { clock, readOn = clock.today, notation }: ReadContext,
): number | undefined {
  const looksLikeDate = typeof raw === "string" ? /[-/]\d/.test(raw) : typeof raw === "number" && raw > 1e8
  if (!looksLikeDate) {
    const days = readNumber(raw)
    return days !== undefined && days >= 0 && days < 36_500 ? Math.floor(days) : undefined
  }
  const on = readDay(raw, clock.timeZone, notation?.dates)
  return on === undefined || on > readOn ? undefined : daysBetween(on, readOn)
}
