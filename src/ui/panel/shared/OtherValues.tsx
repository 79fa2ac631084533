import type { FactName } from "~src/domain/facts"
import { useAccount } from "./panel-context"

/** What another field or system says of these facts, where it differs from what is shown. */
export function OtherValues({ facts }: { facts: readonly FactName[] }) {
  const { account } = useAccount()
  const told = account.assessment.conflicts.filter(({ fact }) => facts.includes(fact))
  return told.map(({ fact, text }) => (
    <p key={fact} className="soft">
      {text}
    </p>
  ))
}
