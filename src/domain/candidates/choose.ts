/** One winner of several candidates, by the table of `rules.ts`; the rest stay beside it. */
import { isRatio } from "../facts"
import type { FactName } from "../policy/policy"
import { type Candidate, type Choice, isPicked, isSameValue } from "./candidate"
import { type ChoiceContext, rulesFor } from "./rules"

/** At least one candidate. Nothing is lost: `all` holds each of them. */
export function choose(name: FactName, candidates: readonly Candidate[], context: ChoiceContext): Choice {
  const rules = rulesFor(name)
  const compare = (a: Candidate, b: Candidate): number => {
    if ((a.aside === undefined) !== (b.aside === undefined)) return a.aside === undefined ? -1 : 1
    for (const { rank } of rules) {
      const difference = rank(a, context, name) - rank(b, context, name)
      if (difference !== 0) return difference
    }
    // Any fixed order, so that the order of the sources changes nothing.
    return printOf(a) < printOf(b) ? -1 : 1
  }
  const all = [...candidates].sort(compare)
  const [first] = all
  const chosen = first !== undefined && first.aside === undefined
  const other = first && all.find((candidate) => candidate !== first && contradicts(name, candidate, first))
  const rule =
    chosen && other && other.aside === undefined
      ? rules.find(({ rank }) => rank(first, context, name) < rank(other, context, name))
      : undefined
  const byHand = chosen && isPicked(first, context.pick)
  return { all, chosen, why: rule?.why(name, context) ?? "", ...(byHand && { byHand }) }
}

const printOf = ({ system, object, field, record = "", value }: Candidate): string =>
  [system === "vitally" ? 0 : 1, object, field, record, JSON.stringify(value)].join("|")

/** Whether a loser says something else than the winner. A sum over several accounts, or an older field, says nothing against it. */
export function contradicts(name: FactName, loser: Candidate, winner: Candidate | undefined): boolean {
  if (loser.older) return false
  if (loser.sharedBy !== undefined && loser.sharedBy > 1 && name !== "renewalOn") return false
  if (winner === undefined) return true
  // Shown as whole per cent: what reads the same contradicts nothing.
  if (isRatio(name)) return Math.round(Number(winner.value) * 100) !== Math.round(Number(loser.value) * 100)
  return !isSameValue(winner.value, loser.value)
}
