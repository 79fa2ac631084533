import type { SyntheticEvent } from "react"

import type { TouchResult } from "~src/domain/assessment"
import { useCorrection } from "~src/store/use-correction"

import { Button } from "../../base"
import { channelWords } from "../../strings/base"
import { corrections } from "../../strings/evidence"
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
        ? tool(corrections.noAnswerNeeded, corrections.of(corrections.noAnswerNeeded, name), () =>
            needsNoAnswer(named, corrections.saidNoAnswer(name)),
          )
        : null}
      {said || noAnswer === true
        ? tool(corrections.undo, corrections.undoOf(name), () => {
            if (said) unsay(named)
            if (noAnswer === true) needsAnswer(named)
          })
        : verdict === "person"
          ? tool(corrections.wasNot, corrections.of(corrections.wasNot, name), () =>
              say(named, "not-contact", corrections.saidNot(name)),
            )
          : tool(corrections.wasContact, corrections.of(corrections.wasContact, name), () =>
              say(named, "contact", corrections.saidContact(name)),
            )}
    </span>
  )
}
