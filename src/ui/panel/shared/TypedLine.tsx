import type { Form } from "~src/store/use-form"
import { useToasts } from "~src/store/toasts"

import { Button, Icon } from "../../base"
import { panel } from "../../strings/panel"

const words = panel.typed
const undoMs = 8_000

interface Props {
  form: Pick<Form<never>, "typed" | "clear">
}

/** Says that a closed form holds words that were not sent, and what can be done with them. */
export function TypedLine({ form, text, onContinue }: Props & { text: string; onContinue: () => void }) {
  if (!form.typed) return null
  return (
    <div className="outbox" role="group" aria-label={words.unsent}>
      <Icon name="clock" />
      <div>
        <span className="outbox-text typed-text" dir="auto">
          {words.begun(text.trim())}
        </span>
        <div className="notice-actions">
          <Button onClick={onContinue}>{words.goOn}</Button>
          <DiscardTyped form={form} />
        </div>
      </div>
    </div>
  )
}

/** Empties a form that holds something; can be undone. */
export function DiscardTyped({ form }: Props) {
  const add = useToasts(({ add }) => add)
  if (!form.typed) return null
  const discard = () => {
    const undo = form.clear()
    add({
      id: crypto.randomUUID(),
      text: words.discarded,
      tone: "plain",
      until: Date.now() + undoMs,
      undo,
    })
  }
  return (
    <Button kind="quiet" onClick={discard}>
      {words.discard}
    </Button>
  )
}
