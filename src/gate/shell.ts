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

/** Height of the collapsed tab, pixels; the worker's sheets say the same. */
export const TAB_SIZE = 92

/** `origin` is the extension's: only a page of ours can read what is posted to it. */
export function createShell(panelUrl: string, origin: string, acts: ShellActs): Shell {
  const page = document.documentElement
  let wasOpen = false
  /** Undefined where something is said in its place. */
  let inner: HTMLIFrameElement | undefined
  let from: PointerEvent
  let isDragged = false

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
    else if (inner) {
      acts.open()
      inner.focus()
    } else {
      acts.beside()
      host.remove()
    }
    isDragged = false
  })
  const root = host.attachShadow({ mode: "closed" })
  const sheet = new CSSStyleSheet()
  /** The page's own: makes room for the panel, if that is the user's wish. */
  const room = new CSSStyleSheet()
  let roomText = ""
  let isScrolling = false

  function place({ width, tabTop, sheets }: Place, open: boolean) {
    const lengths = `{--width:${width}px!important;--top:${tabTop}!important}`
    sheet.replaceSync(`:host${lengths}${sheets[+open]}`)
    if (host.parentNode !== page) page.append(host)
    // A page that adopts the element into another document and back has dropped it.
    root.adoptedStyleSheets = [sheet]
    // Where the window itself scrolls, what the page fixed in it would scroll away. What is fixed may then lie under the panel.
    isScrolling = open && (isScrolling || page.scrollHeight > innerHeight)
    makeRoom(open ? `:root${lengths}${sheets[2]}${isScrolling ? "" : sheets[3]}` : "")
  }

  function makeRoom(text: string) {
    const { adoptedStyleSheets: sheets } = document
    // The page may have replaced the list by one of its own.
    if (!sheets.includes(room)) sheets.push(room)
    if (roomText === text) return
    roomText = text
    room.replaceSync(text)
    // Many pages measure their lists again only when the window's size changes.
    dispatchEvent(new Event("resize"))
  }

  return {
    show(known, open) {
      place(known, open)
      if (!inner) {
        const frame = Object.assign(document.createElement("iframe"), {
          title: "Account Lens",
          allow: "",
          src: panelUrl,
        })
        // Again after each reload of the frame: moving its element is one.
        frame.onload = () => acts.loaded((token) => frame.contentWindow?.postMessage(token, origin))
        inner = frame
        root.replaceChildren(frame)
      }
      // The tab shows more while it has the focus, and would lie open.
      if (wasOpen && !open) inner.blur()
      wasOpen = open
    },
    hide() {
      host.remove()
      makeRoom("")
    },
    say(known, text) {
      inner = undefined
      place(known, false)
      root.textContent = text
    },
    look() {
      const { x, y, width, height } = (inner as HTMLElement).getBoundingClientRect()
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
