import { type RefObject, useEffect, useRef } from "react"

import { asUser } from "./user-press"

/**
 * One set of keys for every list: J and K move, Enter opens, C is done, S later, L logs a touch. A key presses the
 * row's own control, marked `data-key`, so that keyboard and mouse can't differ. A row is an element with `data-row`;
 * its first control that bears `data-main` is given the focus.
 *
 * @param more keys that belong to no row: "/" , "?" and "u"
 */
export function useRowKeys(
  box: RefObject<HTMLElement | null>,
  { on, more }: { on: boolean; more: Readonly<Record<string, () => void>> },
): void {
  const latest = useRef({ on, more })
  useEffect(() => {
    latest.current = { on, more }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { current } = box
      if (!current || isTaken(event)) return
      const key = event.key.toLowerCase()
      if (!latest.current.on && key !== "enter" && key !== "?") return
      const run = latest.current.more[key]
      if (run) {
        event.preventDefault()
        run()
      } else if (key === "j" || key === "k") {
        event.preventDefault()
        moveRow(current, key === "j" ? 1 : -1)
      } else if (asUser(event, () => press(key, event.target))) event.preventDefault()
    }
    document.addEventListener("keydown", listen)
    return () => document.removeEventListener("keydown", listen)
  }, [box])
}

/** Fields take letters themselves; dialogs and menus have keys of their own. A checkbox takes none but Space. */
const typed = "input:not([type=checkbox]), select, textarea, dialog, [popover]"

function isTaken(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true
  return event.target instanceof Element && event.target.closest(typed) !== null
}

function moveRow(box: HTMLElement, by: 1 | -1): void {
  const rows = [...box.querySelectorAll<HTMLElement>("[data-row]")].filter(isShown)
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = at < 0 ? (by === 1 ? rows[0] : rows.at(-1)) : rows[at + by]
  const main = next?.querySelector<HTMLElement>("[data-main]")
  main?.focus({ preventScroll: true })
  next?.scrollIntoView({ block: "nearest" })
}

/** In a closed `<details>` nothing has the focus; not measured, since a test's page draws nothing. */
function isShown(row: HTMLElement): boolean {
  return row.closest("details:not([open])") === null
}

function press(key: string, target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false
  // A button answers Enter by itself; a tick box doesn't.
  if (key === "enter" && !(target instanceof HTMLInputElement)) return false
  const control = target.closest("[data-row]")?.querySelector<HTMLElement>(`[data-key="${key}"]`)
  control?.click()
  return control !== null && control !== undefined
}
