/** Puts a text on the clipboard and says so. */
import { useState } from "react"

import { Button } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

export function CopyButton({ text, label = optionsText.copy }: { text: string; label?: string }) {
  const [outcome, setOutcome] = useState("")
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => setOutcome(optionsText.copied),
      () => setOutcome(optionsText.notCopied),
    )
  return (
    <>
      <Button icon="copy" onClick={copy}>
        {label}
      </Button>
      <span role="status">{outcome}</span>
    </>
  )
}
