/** Appears at the foot of the page while the policy is changed, or after it was refused. */
import { useContext } from "react"

import { Button } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../FaultAlert"
import { type Draft, DraftContext } from "./draft"
import { RefusalList } from "./RefusalList"

const text = optionsText.policy

export function SaveBar() {
  const draft = useContext(DraftContext)
  return draft ? <Bar draft={draft} /> : null
}

function Bar({ draft }: { draft: Draft }) {
  const { dirty, faults, fault, saving, saved, save, discard } = draft
  if (!dirty) {
    return (
      <p role="status" className="sr-only">
        {saved ? text.saved : ""}
      </p>
    )
  }
  return (
    <div className="save-bar" role="region" aria-label={text.unsavedRegion}>
      <FaultAlert fault={fault} />
      {faults.length > 0 && <RefusalList title={text.refused(faults.length)} faults={faults} />}
      <div className="buttons">
        <strong>{text.unsaved}</strong>
        <Button kind="primary" busy={saving} onClick={save}>
          {text.save}
        </Button>
        <Button onClick={discard}>{text.discard}</Button>
      </div>
    </div>
  )
}
