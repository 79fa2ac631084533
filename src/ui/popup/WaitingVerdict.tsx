import { useCorrection } from "~src/store/use-correction"

import { Menu } from "../base"
import { waitingCorrections as words } from "../strings/evidence"

interface Props {
  accountId: string
  name: string
  touchId: string
}

/** What the user knows better of a message that waits: it needs no answer, or no person wrote it. */
export function WaitingVerdict({ accountId, name, touchId }: Props) {
  const { say, needsNoAnswer } = useCorrection()
  const named = { accountId, touchId }
  return (
    <Menu
      label={words.menu(name)}
      icon="more"
      className="row-tool"
      items={[
        {
          key: "no-answer",
          label: words.noAnswerNeeded,
          run: () => needsNoAnswer(named, words.saidNoAnswer(name)),
        },
        { key: "not", label: words.wasNot, run: () => say(named, "not-contact", words.saidNot(name)) },
      ]}
    />
  )
}
