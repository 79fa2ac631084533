import { type RefObject, useEffect, useRef } from "react"

import { focusHeading } from "./focus-heading"

/**
 * The focus does not fall out of a list with the line that had it: the line that took its place gets it, else the last one, else the
 * list's heading.
 *
 * @param controls selects the one control of each line that is given the focus
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, controls: string): void {
  const held = useRef<{ element: Element; index: number } | null>(null)
  useEffect(() => {
    const { current: box } = list
    if (!box) return undefined
    const remember = ({ target }: FocusEvent) => {
      const element = target as Element
      held.current = element.closest("li") ? { element, index: indexOf(box, controls, element) } : null
    }
    box.addEventListener("focusin", remember)
    return () => box.removeEventListener("focusin", remember)
  }, [list, controls])
  // After every drawing: which lines there are is known only then.
  useEffect(() => {
    const { current: box } = list
    const { current: last } = held
    if (!box || !last) return
    if (last.element.isConnected) {
      last.index = indexOf(box, controls, last.element)
      return
    }
    held.current = null
    if (document.activeElement !== document.body) return
    const lines = box.querySelectorAll<HTMLElement>(controls)
    const next = lines[Math.min(last.index, lines.length - 1)]
    if (next) next.focus({ preventScroll: true })
    else focusHeading(box)
  })
}

function indexOf(box: HTMLElement, controls: string, element: Element): number {
  const line = element.closest("li")
  return [...box.querySelectorAll(controls)].findIndex((control) => control.closest("li") === line)
}
