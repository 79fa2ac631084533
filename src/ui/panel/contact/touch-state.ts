/** How a touch of the timeline stands, in words. */
import type { TouchResult } from "~src/domain/assessment"

import { reasonWords, touchState } from "../../strings/evidence"

/** A person wrote, and nobody answered yet. */
export function isWaiting({ verdict, counts, direction, reason, noAnswer }: TouchResult): boolean {
  return (
    verdict === "person" && !counts && direction === "inbound" && reason !== "bounced" && noAnswer !== true
  )
}

/** Why it does not count, or whose word decided; null for what simply counts. */
export function stateText(touch: TouchResult): string | null {
  const { counts, verdict, reason, noAnswer } = touch
  if (noAnswer === true && verdict === "person") return touchState.noAnswer
  if (isWaiting(touch)) return touchState.waits
  if (counts)
    return reason === "corrected" || reason === "rule" ? touchState.countsBecause(reasonWords[reason]) : null
  if (reason === undefined) return touchState.doesNotCountAtAll
  return verdict === "unsure"
    ? touchState.perhaps(reasonWords[reason])
    : touchState.doesNotCount(reasonWords[reason])
}
