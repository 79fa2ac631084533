import { sheetOf, TAB_SIZE } from "~src/gate/style"
import type { Place } from "~src/messaging/gate-protocol"

/** What the user does to the shell. Coordinates are the window's, CSS pixels. */
export interface ShellActs {
  open: () => void
  /** Drags the frame's edge (by pointer only; the panel's settings hold the same for the keyboard), or the collapsed tab, to here. */
  move: (x: number, y: number) => void
  /** The hand let go: to be remembered. */
  keep: () => void
  /** The pointer came near. */
  near: () => void
}

/** The one element the gate adds to the page. */
export interface Shell {
  /** The frame with this nonce, or the tab where it is "". */
  show: (place: Place, nonce: string) => void
  hide: () => void
  /** Says in its place, where it is shown, that the page must be reloaded; a click sends that away. */
  retire: (place: Place) => void
}

const NAME = "account-lens"

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(tag), properties)

export function createShell(panelUrl: string, acts: ShellActs): Shell {
  let shown: string | undefined
  let from: PointerEvent
  let isDragged = false

  const host = make(NAME as "div", {
    onpointerenter: acts.near,
    onpointerdown(press) {
      from = press
      isDragged = false
      // Follows the pointer wherever it goes, also over the panel's frame, which would swallow the moves.
      host.setPointerCapture(press.pointerId)
    },
    onpointermove({ pointerId, x, y }) {
      if (!host.hasPointerCapture(pointerId)) return
      // A hand shakes: a press is a drag from 4 pixels on.
      isDragged ||= Math.hypot(x - from.x, y - from.y) > 4
      if (isDragged) acts.move(x, y)
    },
    onclick({ isTrusted }) {
      // A drag ends in a click too. The page may not click for the user.
      if (isDragged) acts.keep()
      else if (isTrusted) acts.open()
      isDragged = false
    },
    onkeydown(event) {
      const shift = { ArrowUp: -20, ArrowDown: 20 }[event.key]
      if (!shift) return
      event.preventDefault()
      acts.move(0, host.offsetTop + TAB_SIZE / 2 + shift)
      acts.keep()
    },
  })
  const root = host.attachShadow({ mode: "closed" })
  const sheet = new CSSStyleSheet()
  root.adoptedStyleSheets = [sheet]

  return {
    show(place, nonce) {
      sheet.replaceSync(sheetOf(place, !!nonce))
      if (!host.isConnected) {
        // A copy left by the version before, whose script is an orphan.
        document.querySelector(NAME)?.remove()
        document.documentElement.append(host)
      }
      if (shown === nonce) return
      shown = nonce
      const hadFocus = document.activeElement === host
      const inner = nonce
        ? make("iframe", { title: "Account Lens", allow: "", src: `${panelUrl}#${nonce}` })
        : make("button", { title: "Open Account Lens" })
      root.replaceChildren(inner)
      const focus = () => {
        if (hadFocus) inner.focus()
      }
      // A frame that is focused before its page came gives that page no keys, and Tab goes past it.
      if (nonce) inner.onload = focus
      else focus()
    },
    hide: () => host.remove(),
    retire(place) {
      sheet.replaceSync(sheetOf(place, false))
      root.textContent = "Account Lens was updated. Reload this page."
      host.onclick = () => host.remove()
    },
  }
}
