import type { SyntheticEvent } from "react"

import type { TouchResult } from "~src/domain/assessment"
import { useCorrection } from "~src/store/use-correction"

import { Button } from "../../base"
import { channelWords } from "../../strings/base"
import { evidence } from "../../strings/evidence"
import { useAccount } from "../shared/panel-context"
import { useGuarded } from "../shared/VisibilityGuard"
import { isWaiting } from "./touch-state"

/** One click says what a touch was. Shown if the row is pointed at or has the focus. */
export function TouchTools({ touch }: { touch: TouchResult }) {
  const { account } = useAccount()
  const guarded = useGuarded()
  const { say, unsay, needsNoAnswer, needsAnswer } = useCorrection()
  const { id: touchId, reason, verdict, noAnswer, subject, channel } = touch
  if (touchId === undefined) return null
  const named = { accountId: account.id, touchId }
  const name = subject ?? channelWords[channel]
  const tool = (text: string, label: string, write: () => void) => (
    <Button kind="secondary" aria-label={label} onClick={(event: SyntheticEvent) => guarded(event, write)}>
      {text}
    </Button>
  )
  const said = reason === "corrected"
  return (
    <span className="touch-tools">
      {isWaiting(touch)
        ? tool(evidence.noAnswerNeeded, evidence.of(evidence.noAnswerNeeded, name), () =>
            needsNoAnswer(named, evidence.saidNoAnswer(name)),
          )
        : null}
      {said || noAnswer === true
        ? tool(evidence.undo, evidence.undoOf(name), () => {
            if (said) unsay(named)
            if (noAnswer === true) needsAnswer(named)
          })
        : verdict === "person"
          ? tool(evidence.wasNot, evidence.of(evidence.wasNot, name), () =>
              say(named, "not-contact", evidence.saidNot(name)),
            )
          : tool(evidence.wasContact, evidence.of(evidence.wasContact, name), () =>
              say(named, "contact", evidence.saidContact(name)),
            )}
    </span>
  )
}
