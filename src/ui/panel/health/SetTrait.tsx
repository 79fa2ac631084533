import type { RequestOf } from "~src/messaging/contract"
import { useQueuedWrite } from "~src/store/use-write"

import { Button } from "../../base"
import { bandWords } from "../../strings/base"
import { panel } from "../../strings/panel"
import { useAccount } from "../shared/panel-context"
import { useGuarded } from "../shared/VisibilityGuard"

type Settable = RequestOf<"trait.set">["trait"]

const sentiments = ["healthy", "concerning", "poor"] as const
const answers = [
  [true, panel.health.yes],
  [false, panel.health.no],
] as const

/** Buttons for a trait that people keep by hand; the present answer is pressed. */
export function SetTrait({ trait, label, value }: { trait: Settable; label: string; value: unknown }) {
  const { account } = useAccount()
  const guarded = useGuarded()
  const write = useQueuedWrite()
  const choices: readonly (readonly [string | boolean, string])[] =
    trait === "sentiment" ? sentiments.map((one) => [one, bandWords[one]] as const) : answers
  return (
    <div className="choices" role="group" aria-label={panel.health.set(label)}>
      {choices.map(([choice, text]) => (
        <Button
          key={text}
          aria-pressed={value === choice}
          aria-label={panel.health.setTo(label, text)}
          onClick={(event) =>
            guarded(event, () => {
              if (value !== choice)
                void write(
                  "trait.set",
                  { accountId: account.id, trait, value: choice },
                  panel.health.setDone(label, text),
                )
            })
          }
        >
          {text}
        </Button>
      ))}
    </div>
  )
}
