import { onTrusted } from "~src/gate/on-trusted"
import type { Place, Sight } from "~src/messaging/gate-protocol"

/** What the user does to the shell. Coordinates are the window's, CSS pixels. */
export interface ShellActs {
  open: () => void
  /** Drags the frame's edge (by pointer only; the panel's settings hold the same for the keyboard), or the collapsed tab, so that its top is here. */
  move: (x: number, top: number) => void
  /** The hand let go: to be remembered. */
  keep: () => void
  /** Clicked what was said in the panel's place: it is to be beside the page, if there is still an extension. */
  beside: () => void
  /** The pointer came near. */
  near: () => void
  /** A document is in the frame; `give` hands it a token that nobody else can read. */
  loaded: (give: (token: string) => void) => Promise<void>
}

/** The one element the gate adds to the page. */
export interface Shell {
  show: (place: Place, open: boolean) => void
  hide: () => void
  /** Says this in its place; a click sends it away. */
  say: (place: Place, text: string) => void
  /** Where and how the page shows the frame. */
  look: () => Omit<Sight, "nonce">
}

/** Height and width of the collapsed tab, pixels; the worker's sheets say the same. */
export const TAB_SIZE = 36

const make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] => Object.assign(document.createElement(tag), properties)

/** `origin` is the extension's: only a page of ours can read what is posted to it. */
export function createShell(panelUrl: string, origin: string, acts: ShellActs): Shell {
  const page = document.documentElement
  let shown: boolean | undefined
  let inner: HTMLElement
  let from: PointerEvent
  let isDragged = false
  let isSaid = false

  // A plain element: the page could define one with a name of ours, and read its closed root.
  const host = document.createElement("div")
  onTrusted(host, "pointerenter", acts.near)
  onTrusted<PointerEvent>(host, "pointerdown", (press) => {
    from = press
    isDragged = false
    // Follows the pointer wherever it goes, also over the panel's frame, which would swallow the moves.
    host.setPointerCapture(press.pointerId)
  })
  onTrusted<PointerEvent>(host, "pointermove", ({ pointerId, x, y }) => {
    if (!host.hasPointerCapture(pointerId)) return
    // A hand shakes: a press is a drag from 4 pixels on.
    isDragged ||= Math.hypot(x - from.x, y - from.y) > 4
    if (isDragged) acts.move(x, y - TAB_SIZE / 2)
  })
  onTrusted(host, "click", () => {
    // A drag ends in a click too.
    if (isDragged) acts.keep()
    else if (isSaid) {
      acts.beside()
      host.remove()
    } else acts.open()
    isDragged = false
  })
  onTrusted<KeyboardEvent>(host, "keydown", (event) => {
    const shift = { ArrowUp: -20, ArrowDown: 20 }[event.key]
    if (!shift) return
    event.preventDefault()
    acts.move(0, host.offsetTop + shift)
    acts.keep()
  })
  const root = host.attachShadow({ mode: "closed" })
  const sheet = new CSSStyleSheet()

  function place({ width, tabTop, sheets }: Place, open: boolean) {
    sheet.replaceSync(`:host{--width:${width}px!important;--top:${tabTop}!important}${sheets[+open]}`)
    if (host.parentNode !== page) page.append(host)
    // A page that adopts the element into another document and back has dropped it.
    root.adoptedStyleSheets = [sheet]
  }

  return {
    show(known, open) {
      isSaid = false
      place(known, open)
      if (shown === open) return
      shown = open
      const hadFocus = document.activeElement === host
      const focus = () => {
        if (hadFocus) inner.focus()
      }
      if (open) {
        const frame = make("iframe", { title: "Account Lens", allow: "", src: panelUrl })
        // Again after each reload of the frame: moving its element is one.
        frame.onload = () => {
          // A frame that is focused before its page came gives that page no keys, and Tab goes past it.
          focus()
          void acts.loaded((token) => frame.contentWindow?.postMessage(token, origin))
        }
        inner = frame
      } else inner = make("button", { title: "Open Account Lens" })
      root.replaceChildren(inner)
      if (!open) focus()
    },
    hide: () => host.remove(),
    say(known, text) {
      shown = undefined
      isSaid = true
      place(known, false)
      root.textContent = text
    },
    look() {
      const { x, y, width, height } = inner.getBoundingClientRect()
      const { maskImage, clipPath, filter, opacity } = getComputedStyle(page)
      return {
        home: host.parentNode === page,
        box: [x, y, width, height, innerWidth, innerHeight],
        zoom: host.currentCSSZoom,
        veil: maskImage + clipPath + filter + opacity,
      }
    },
  }
}
