/** Who waits for us in one thread (facts: evidence, section 2). */
import type { Verdict } from "../../verdict"
import type { Says, TicketState } from "../../mail-thread"

export interface ThreadTurn {
  direction: "inbound" | "outbound" | "both" | "unknown"
  verdict: Verdict
  /** Sent back by a mail server: answers nothing. */
  bounced: boolean
  says: Says | undefined
  /** The user said that no answer is needed up to here. */
  noAnswer?: boolean
}

/** The oldest message that nobody answered; undefined if nobody waits. Turns oldest first. */
export function openQuestion<T extends ThreadTurn>(turns: readonly T[], ticket: TicketState): T | undefined {
  if (ticket === "done") return undefined
  let open: T | undefined
  for (const turn of turns) {
    if (turn.noAnswer === true) open = undefined
    else if (turn.verdict !== "person" || turn.bounced) continue
    else if (turn.direction !== "inbound" || turn.says === "closes") open = undefined
    else if (turn.says !== "answers") open ??= turn
  }
  return open
}
