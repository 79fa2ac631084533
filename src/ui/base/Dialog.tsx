import { type ReactNode, useEffect, useId, useRef } from "react"

import { base } from "../strings/base"
import { IconButton } from "./Button"
import { announceLayer } from "./own-layer"

/**
 * A native modal dialog, named after its title. The browser keeps the focus inside and closes it on Escape; the
 * focus goes back to where it was.
 */
export function Dialog({
  title,
  onClose,
  children,
  actions,
}: {
  title: string
  onClose: () => void
  children: ReactNode
  actions?: ReactNode
}) {
  const box = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const before = document.activeElement
    const dialog = box.current
    if (dialog) announceLayer(dialog, true)
    dialog?.showModal()
    return () => {
      if (dialog) announceLayer(dialog, false)
      dialog?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return (
    <dialog ref={box} className="dialog" aria-labelledby={titleId} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton icon="close" label={base.close} onClick={onClose} />
      </div>
      <div className="dialog-body">{children}</div>
      {actions ? <div className="dialog-actions">{actions}</div> : null}
    </dialog>
  )
}
