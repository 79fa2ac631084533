/** What another field or system says, in few words for lists: told where the value stands, as in the panel. */
import type { AccountFacts, Differing } from "../facts"
import { conflictsOf } from "./conflicts"
import { placeOf, valueText } from "./say"

/** A day is written with its year: the words are stored and read in another one. */
const noYear = "0000-01-01"

/** Contradictions that nobody settled; undefined if there are none. */
export function differsOf(facts: AccountFacts): Differing[] | undefined {
  if (facts.choices === undefined) return undefined
  const found = conflictsOf(facts, noYear)
    .filter(({ isSettled }) => !isSettled)
    .map(({ fact, others }) => ({
      fact,
      text: others
        .map((other) => `${placeOf(other)} says ${valueText(fact, other, facts, noYear)}`)
        .join("; "),
    }))
  return found.length > 0 ? found : undefined
}
