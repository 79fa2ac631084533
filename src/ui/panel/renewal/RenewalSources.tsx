import type { Fact } from "~src/domain/facts"
import { useOpen } from "~src/store/view-memory"

import { Disclosure } from "../../base"
import { panel } from "../../strings/panel"
import { Facts } from "../shared/Facts"
import { useAccount } from "../shared/panel-context"
import { Source } from "../shared/Source"

const words = panel.renewal

/** Where each figure comes from, folded away: system, field, when it was read. Nothing if no figure has a source. */
export function RenewalSources() {
  const { account } = useAccount()
  const { renewal, successPlan: plan } = account.assessment
  const { unlimitedSeats, totalAddressableUsers } = account.facts
  const [open, setOpen] = useOpen(account.id, "renewal-sources")
  const sources: [string, Fact<unknown> | null | undefined][] = [
    [words.date, renewal.date],
    [words.arr, renewal.arr],
    ...(unlimitedSeats?.value === true
      ? ([[words.possible, totalAddressableUsers]] as [string, Fact<unknown> | undefined][])
      : ([[words.bought, renewal.seats]] as [string, Fact<unknown> | undefined][])),
    [words.used, renewal.seatsUsed],
    [words.planUpdated, plan?.updated],
  ]
  const known = sources.flatMap(([term, fact]): [string, React.ReactNode][] =>
    fact ? [[term, <Source key={term} fact={fact} />]] : [],
  )
  if (known.length === 0) return null
  return (
    <Disclosure
      className="foot"
      open={open}
      onToggle={setOpen}
      summary={<span className="soft">{words.sources}</span>}
    >
      <Facts rows={known} />
    </Disclosure>
  )
}
