import { useEffect, useRef } from "react"

/** Calls back for single keys that print something, pressed outside of fields, dialogs and menus. */
export function useKeys(run: (key: string) => void): void {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented
      if (!plain || event.key.length !== 1 || isTyping(event.target)) return
      latest.current(event.key)
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [])
}

/** A checkbox takes no letters: `u` takes back what its tick has just done. */
const typed = "input:not([type=checkbox]), select, textarea, dialog, [popover]"

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(typed) !== null
}
