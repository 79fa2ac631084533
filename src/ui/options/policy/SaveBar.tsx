/** Appears at the foot of the page while the policy is changed, or after it was refused. */
import { useContext, useEffect, useRef } from "react"

import { Button } from "~src/ui/base/Button"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "../shared/FaultAlert"
import { type Draft, DraftContext } from "./draft"
import { RefusalList } from "./RefusalList"

const text = optionsText.policy

export function SaveBar() {
  const draft = useContext(DraftContext)
  return draft ? <Bar draft={draft} /> : null
}

function Bar({ draft }: { draft: Draft }) {
  const { dirty, faults, fault, saving, save, discard } = draft
  useFocusGivenBack(dirty)
  if (!dirty) return null
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

/** When the bar goes with the button that had the focus, the field that was changed last has it again. */
function useFocusGivenBack(isShown: boolean): void {
  const before = useRef<Element | null>(null)
  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      if (target instanceof Element && !target.closest(".save-bar")) before.current = target
    }
    document.addEventListener("focusin", remember)
    return () => document.removeEventListener("focusin", remember)
  }, [])
  useEffect(() => {
    if (isShown || document.activeElement !== document.body) return
    if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true })
  }, [isShown])
}
