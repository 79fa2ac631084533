import { type KeyboardEvent, type RefObject, useEffect, useRef } from "react"

/** Rows that a page key moves by. */
const pageRows = 10

/**
 * Arrow, page, Home and End keys on a customer's name go to another customer's name. Rows out of sight are not drawn: the list is
 * scrolled there first, and the name takes the focus once it is. A focused row that scrolls away leaves the focus to the list.
 */
export function useRowKeys(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  scrollTo: (index: number) => void,
): (event: KeyboardEvent) => void {
  const wanted = useRef<number | null>(null)
  const focused = useRef<Element | null>(null)
  const rowOf = (index: number) => scroller.current?.querySelector(`tr[data-index="${index}"]`)
  useEffect(() => {
    const { current: box } = scroller
    const remember = ({ target }: FocusEvent) => (focused.current = target as Element)
    box?.addEventListener("focusin", remember)
    return () => box?.removeEventListener("focusin", remember)
  }, [scroller])
  // After every drawing: which rows there are is known only then.
  useEffect(() => {
    const name = wanted.current === null ? null : rowOf(wanted.current)?.querySelector("button")
    if (name) {
      wanted.current = null
      name.focus()
    } else if (focused.current && !focused.current.isConnected) {
      focused.current = null
      if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true })
    }
  })
  return (event) => {
    const target = event.target as Element
    const row = target.closest<HTMLElement>("tr[data-index]")
    if (!row || event.altKey || event.ctrlKey || event.metaKey) return
    const at = Number(row.dataset.index)
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + pageRows,
      PageUp: at - pageRows,
      Home: 0,
      End: count - 1,
    }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    const index = Math.max(0, Math.min(count - 1, next))
    const name = rowOf(index)?.querySelector("button")
    if (name) name.focus()
    else {
      wanted.current = index
      scrollTo(index)
    }
  }
}
