import { useEffect } from "react"

import { type Toast, useToasts } from "~src/store/toasts"

import { base } from "../strings/base"
import { Button, IconButton } from "./Button"

/**
 * What was just done, at the foot of the page, with the way back while there is one. The list itself is the live
 * region: it is always there, so that a new line is read out.
 */
export function Toasts() {
  const { toasts, remove } = useToasts()
  return (
    <div className="toasts" role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastLine key={toast.id} toast={toast} remove={remove} />
      ))}
    </div>
  )
}

function ToastLine({ toast, remove }: { toast: Toast; remove: (id: string) => void }) {
  useEffect(() => {
    const timer = setTimeout(() => remove(toast.id), Math.max(0, toast.until - Date.now()))
    return () => clearTimeout(timer)
  }, [toast.id, toast.until, remove])
  return (
    <div className={`toast toast-${toast.tone}`}>
      <span className="toast-text">{toast.text}</span>
      {toast.undo ? (
        <Button
          kind="quiet"
          onClick={() => {
            toast.undo?.()
            remove(toast.id)
          }}
        >
          {base.undo}
        </Button>
      ) : null}
      <IconButton icon="close" label={base.dismiss} onClick={() => remove(toast.id)} />
    </div>
  )
}
