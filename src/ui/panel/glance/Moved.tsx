import { formatDate, formatScore } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"

const words = panel.glanceLines
/** Below this the score is as good as the same. */
const least = 0.3

/** What moved since an earlier reading: "7.1 → 5.4 since 12 Nov"; with the trait that moved where it is known. */
export function Moved() {
  const { account, today } = useAccount()
  const { health } = account.assessment
  const now = health.official?.score ?? health.score
  const before = (account.facts.history ?? []).filter(({ score, on }) => score !== null && on < today).at(-1)
  if (now === null || !before || before.score === null || Math.abs(now - before.score) < least) return null
  return (
    <p className="moved">
      {words.moved(formatScore(before.score), formatScore(now), formatDate(before.on, today))}
    </p>
  )
}
