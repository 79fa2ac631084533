import { Fragment } from "react"

import { glanceCauses } from "~src/domain/day/glance-causes"
import { causeText } from "~src/domain/trait-words"

import { Badge } from "../../base"
import { formatDate } from "../../base/format"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { Moved } from "./Moved"

const words = panel.glanceLines

/** Every red cause in words, worst first, and what moved; nothing is said of a trait without data. */
export function Causes() {
  const { account, today } = useAccount()
  const { health } = account.assessment
  const { noChampion, noBuyer, red, yellow, moreYellow, green, withData, total } = glanceCauses(health)
  const { churnedOn } = account.facts
  if (churnedOn)
    return (
      <div className="causes">
        <p>
          <strong>{words.churned(formatDate(churnedOn.value, today))}</strong>
        </p>
        {red.length > 0 ? <p>{[...red].map(causeText).join(", ")}</p> : null}
      </div>
    )
  if (withData === 0)
    return (
      <div className="causes">
        <p>{health.official ? words.onlyScore : words.nothingKnown}</p>
        <p className="soft">{words.noTraits}</p>
      </div>
    )
  const bad = noChampion || noBuyer || red.length > 0 || yellow.length > 0
  return (
    <div className="causes">
      {noChampion || noBuyer ? (
        <p className="cause-chips">
          {noChampion ? <Badge tone="poor">{words.noChampion}</Badge> : null}
          {noBuyer ? <Badge tone="poor">{words.noBuyer}</Badge> : null}
        </p>
      ) : null}
      {red.length === 0 && yellow.length <= 1 && !noChampion && !noBuyer ? (
        <p>{words.green(green, withData, total)}</p>
      ) : null}
      {bad ? (
        <p className="cause-list">
          {[
            ...red.map((cause) => ({ text: causeText(cause), tone: "poor", key: cause.key })),
            ...yellow.map((cause) => ({
              text: causeText(cause),
              tone: "concerning",
              key: cause.key,
            })),
            ...(moreYellow > 0 ? [{ text: words.moreYellow(moreYellow), tone: "rest", key: "more" }] : []),
          ].map(({ text, tone, key }, nth) => (
            <Fragment key={key}>
              {nth > 0 ? <span className="faint"> · </span> : null}
              <span className={`cause cause-${tone}`}>{text}</span>
            </Fragment>
          ))}
        </p>
      ) : null}
      <Moved />
    </div>
  )
}
