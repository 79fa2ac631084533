import { useState } from "react"

import { Button } from "~src/ui/base"
import { sheet } from "~src/ui/strings/sheet"

/** Copies a text and says whether that worked. */
export function CopyButton({ text, label }: { text: () => string; label: string }) {
  const [said, setSaid] = useState("")
  const copy = () =>
    void navigator.clipboard.writeText(text()).then(
      () => setSaid(sheet.copied),
      () => setSaid(sheet.notCopied),
    )
  return (
    <>
      <span role="status" className="soft">
        {said}
      </span>
      <Button icon="copy" onClick={copy}>
        {label}
      </Button>
    </>
  )
}

/** What every sheet offers: copy as Markdown, print. */
export function CopyPrint({ markdown }: { markdown: () => string }) {
  return (
    <span className="buttons no-print">
      <CopyButton text={markdown} label={sheet.copy} />
      <Button onClick={() => window.print()}>{sheet.print}</Button>
    </span>
  )
}
