/** Candidates in words. */
import type { AccountFacts, CalendarDate, SourceSystem } from "../facts"
import type { FactName } from "../policy/policy"
import { capital, count, money, otherMoney, percent, shortDate } from "../words"
import type { Candidate } from "./candidate"

const systems: Readonly<Record<SourceSystem, string>> = {
  vitally: "Vitally",
  salesforce: "Salesforce",
  manual: "your own entry",
  derived: "Account Lens",
  file: "the usage file",
  looker: "Looker",
}

/** "Salesforce's contract C-33", "Vitally's mrr x 12", "the parent in Vitally". */
export function placeOf({ system, object, field, record, sharedBy }: Candidate): string {
  const whose = systems[system]
  if (object === "organization")
    return sharedBy !== undefined && sharedBy > 1 ? `the parent in ${whose}` : `the organization in ${whose}`
  if (object === "case") return `${whose}'s list of cases`
  if (object === "contract") return `${whose}'s contract${record === undefined ? "" : ` ${record}`}`
  return field === "" ? whose : `${whose} (${field})`
}

/** A value as its fact is read: a day, an amount in its own system's currency, a share, a word. */
export function valueText(
  name: FactName,
  { value, system }: Candidate,
  facts: AccountFacts,
  today: CalendarDate,
): string {
  if (typeof value === "boolean") return value ? "yes" : "no"
  if (typeof value === "number") {
    if (name === "arr")
      return system === facts.arr?.source ? money(value, facts.currency) : otherMoney(value, facts)
    return name === "dauOverMau" || name === "mauOverSeats" ? percent(value) : count(value)
  }
  const text = String(value)
  if (name.endsWith("On") && /^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDate(text, today)
  return name === "sentiment" ? capital(text) : `“${text}”`
}
