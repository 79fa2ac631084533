import type { AccountFacts } from "~src/domain/facts"

import { Name } from "../../base"
import { formatCount, formatMoney, formatShare, otherMoney } from "../../base/format"
import { base, sourceWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { usePlanLink } from "../shared/use-plan-link"

const words = panel.renewal

/** What is at stake and who leads it: ARR, seats, account executive, success plan. What is missing is said where a renewal is known. */
export function useRenewalRows(): [string, React.ReactNode][] {
  const { facts, assessment } = useAccount().account
  const plan = usePlanLink()
  const missing = assessment.renewal.on === null ? null : <span className="faint">{base.noData}</span>
  const owesPlan = assessment.tier.owed.some(({ key }) => key === "success-plan")
  return [
    [words.arr, facts.arr ? <Arr facts={facts} conflict={assessment.renewal.conflict} /> : missing],
    [words.seats, seatsText(facts) ?? missing],
    [words.executive, facts.accountExecutive ? <Name>{facts.accountExecutive}</Name> : missing],
    [panel.plan.title, plan ?? (owesPlan ? <span className="faint">{panel.plan.none}</span> : null)],
  ]
}

/** The other system's amount stands beside it, unless the notice of the conflict says it already. */
function Arr({ facts, conflict }: { facts: AccountFacts; conflict: string | null }) {
  const { arr, currency } = facts
  if (!arr) return null
  const other = arr.other && otherMoney(arr.other.value, facts)
  return (
    <>
      {formatMoney(arr.value, currency)}
      {arr.other && other && !conflict?.includes(other) ? (
        <span className="source-other">{words.otherSystem(sourceWords[arr.other.source], other)}</span>
      ) : null}
    </>
  )
}

/** Used of bought; on unlimited contracts of all possible users. Null if nothing is known. */
export function seatsText({
  seats,
  unlimitedSeats,
  monthlyActiveUsers,
  totalAddressableUsers,
}: AccountFacts): string | null {
  const used = monthlyActiveUsers?.value
  const share = (of: number) => formatShare((used ?? 0) / of)
  if (unlimitedSeats?.value === true) {
    const possible = totalAddressableUsers?.value
    if (used === undefined) return words.unlimited
    return possible !== undefined && possible > 0
      ? words.unlimitedOf(formatCount(used), formatCount(possible), share(possible))
      : words.unlimitedUsed(formatCount(used))
  }
  const bought = seats?.value
  if (bought === undefined) return used === undefined ? null : words.seatsUsed(formatCount(used))
  if (used === undefined || bought <= 0) return words.seatsBought(formatCount(bought))
  return words.seatsOf(formatCount(used), formatCount(bought), share(bought))
}
