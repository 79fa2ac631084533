/** A customer who was won back: an old churn date in a trait says nothing against a contract that runs. */
import type { AccountFacts, CalendarDate } from "../facts"
import type { Candidate } from "./candidate"

/**
 * Sets a mapped churn date aside where Vitally's own field is empty and the renewal, or a contract that began since, lies behind it.
 * A date to come is no old one: notice was given.
 */
export function oldChurn(
  candidates: readonly Candidate[],
  {
    renewalOn,
    contractStartOn,
    openEndedContract,
  }: Pick<AccountFacts, "renewalOn" | "contractStartOn" | "openEndedContract">,
  today: CalendarDate,
): Candidate[] {
  if (candidates.some(({ mapped }) => mapped !== true)) return [...candidates]
  const renews = renewalOn !== undefined && renewalOn.value >= today ? renewalOn.value : undefined
  const isOver = renewalOn !== undefined && renews === undefined
  return candidates.map((candidate) => {
    const on = String(candidate.value)
    const began = contractStartOn !== undefined && contractStartOn.value > on && !isOver
    const openSince = openEndedContract?.startOn
    const runs = began || (renews !== undefined && renews > on) || (openSince !== undefined && openSince > on)
    if (on > today || !runs) return candidate
    return { ...candidate, aside: "Vitally does not call them churned, and a contract runs since" }
  })
}
