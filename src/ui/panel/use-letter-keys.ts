import { useEffect } from "react"

/**
 * Calls back for single-letter keys pressed outside of fields and dialogs. Off unless switched on: speech input and slips
 * would press them by accident (WCAG 2.1.4).
 */
export function useLetterKeys(on: boolean, run: (key: string) => void): void {
  useEffect(() => {
    if (!on) return undefined
    const listen = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented
      if (!plain || event.key.length !== 1 || isTyping(event.target)) return
      run(event.key)
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [on, run])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, select, textarea, dialog, [popover]") !== null
}
