/** The log for support, on request. */
import { useState } from "react"

import { Button } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { CopyButton } from "../shared/CopyButton"
import { FaultAlert } from "../shared/FaultAlert"
import { useAct } from "../shared/use-act"

const text = optionsText.diagnostics

export function Diagnostics() {
  const [shown, setShown] = useState<string | null>(null)
  const read = useAct("diagnostics.get")
  return (
    <div className="card">
      <div className="buttons">
        <Button
          busy={read.isPending}
          onClick={() => read.mutate({}, { onSuccess: (log) => setShown(log.text) })}
        >
          {text.show}
        </Button>
        {shown !== null && <CopyButton text={shown} label={text.copy} />}
      </div>
      {shown !== null && (
        // A long log scrolls by keyboard only where it can be focused.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <pre className="log" tabIndex={0} role="region" aria-label={text.log}>
          {shown}
        </pre>
      )}
      <FaultAlert fault={read.fault} />
    </div>
  )
}
