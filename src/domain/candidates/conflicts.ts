/** Where the systems disagree about a customer, said once and the same everywhere. */
import { FACT_LABELS } from "../policy/fact-labels"
import type { AccountFacts, CalendarDate } from "../facts"
import type { FactName } from "../policy/policy"
import { capital, list } from "../words"
import type { Candidate, Choice } from "./candidate"
import { contradicts } from "./choose"
import { placeOf, valueText } from "./say"

export interface Conflict {
  fact: FactName
  label: string
  /** Null if no candidate could be used. */
  chosen: Candidate | null
  /** Values that differ from the chosen one, best first; each value once. */
  others: Candidate[]
  /** The user settled it by choosing. */
  isSettled: boolean
  /** "Vitally's next renewal date says 30 Sep 2026; ... is used: ..." */
  text: string
}

/** Every fact whose candidates differ, in a fixed order. */
export function conflictsOf(facts: AccountFacts, today: CalendarDate): Conflict[] {
  const found: Conflict[] = []
  for (const [name, choice] of Object.entries(facts.choices ?? {}) as [FactName, Choice][]) {
    const conflict = conflictOf(name, choice, facts, today)
    if (conflict) found.push(conflict)
  }
  return found
}

/** Null if nothing contradicts the value in use. */
export function conflictOf(
  name: FactName,
  { all, chosen, why, byHand }: Choice,
  facts: AccountFacts,
  today: CalendarDate,
): Conflict | null {
  const winner = chosen ? all[0] : undefined
  const seen = new Set<string>()
  const others = all.filter((candidate) => {
    if (candidate === winner || !contradicts(name, candidate, winner)) return false
    const print = JSON.stringify(candidate.value)
    return !seen.has(print) && seen.add(print)
  })
  if (others.length === 0) return null
  const said = (candidate: Candidate) => valueText(name, candidate, facts, today)
  const parts = others.map((candidate) => {
    const aside = candidate.aside === undefined ? "" : ` (${candidate.aside})`
    return `${placeOf(candidate)} says ${said(candidate)}${aside}`
  })
  const used = winner
    ? `; ${said(winner)} from ${placeOf(winner)} is used${why === "" ? "" : `: ${why}`}.`
    : "."
  return {
    fact: name,
    label: FACT_LABELS[name],
    chosen: winner ?? null,
    others,
    isSettled: byHand === true,
    text: `${capital(list(parts))}${used}`,
  }
}
