import { useCallback, useEffect, useRef } from "react"

import { type Toast, useToasts } from "~src/store/toasts"

import { base } from "../strings/base"
import { Button, IconButton } from "./Button"
import { focusHeading } from "./focus-heading"

/**
 * What was just done, at the foot of the page, with the way back while there is one. The list itself is the live
 * region: it is always there, so that a new line is read out.
 */
export function Toasts() {
  const { toasts, remove } = useToasts()
  // One at a time: the one before comes back, while it can still be undone, once this one is undone or put away.
  const shown = toasts.at(-1)
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown ? <ToastLine key={shown.id} toast={shown} remove={remove} /> : null}
    </div>
  )
}

function ToastLine({ toast, remove }: { toast: Toast; remove: (id: string) => void }) {
  /** What had the focus before it came in here, to have it again when this line goes. */
  const before = useRef<EventTarget | null>(null)
  const line = useRef<HTMLDivElement>(null)
  const leave = useCallback(() => {
    const hadFocus = line.current?.contains(document.activeElement)
    remove(toast.id)
    if (!hadFocus) return
    if (before.current instanceof HTMLElement && before.current.isConnected)
      before.current.focus({ preventScroll: true })
    else focusHeading(document.querySelector("main"))
  }, [toast.id, remove])
  useEffect(() => {
    const timer = setTimeout(leave, Math.max(0, toast.until - Date.now()))
    return () => clearTimeout(timer)
  }, [toast.until, leave])
  return (
    <div
      ref={line}
      className={`toast toast-${toast.tone}`}
      onFocus={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) before.current = relatedTarget
      }}
    >
      <span className="toast-text">{toast.text}</span>
      {toast.undo ? (
        <Button
          kind="quiet"
          onClick={() => {
            toast.undo?.()
            leave()
          }}
        >
          {base.undo}
        </Button>
      ) : null}
      <IconButton icon="close" label={base.dismiss} onClick={leave} />
    </div>
  )
}
