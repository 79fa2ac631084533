/**
 * Whether the panel has been plainly visible for a while (design.md, decision 1). In a host page's frame a click may be
 * stolen by something laid over it; IntersectionObserver v2 sees overlays, opacity and clipping.
 */
import { onLayer } from "../../base/own-layer"

/** Milliseconds of unbroken visibility before a write is taken. */
export const neededMs = 500

export interface Visibility {
  /** True where it is visible now and has been for `neededMs` without a break. */
  longEnough: (now: number) => boolean
  /** True between the close of an own popover or dialog and the first report on what it uncovered: about 100 ms. */
  uncovering: () => boolean
  /**
   * Between the opening of an own popover and the first report on it, about 100 ms: a promise of that report, so that who presses
   * Enter at once is not refused for being quick.
   */
  awaited: () => Promise<void> | undefined
  stop: () => void
}

/** The panel's page is mostly longer than the frame, so what is cut off changes little of the whole: each percent is reported. */
const everyHundredth = Array.from({ length: 101 }, (_, percent) => percent / 100)

interface VisibilityEntry extends IntersectionObserverEntry {
  isVisible?: boolean
}

/**
 * Starts watching an element. A browser that can't tell counts as not visible. A popover or dialog of ours covers it
 * without harm: while one is open, it is watched instead, and the time carries over once it is reported visible itself.
 */
export function watchVisibility(root: Element): Visibility {
  let since: number | null = null
  let confirmed = false
  let uncovering = false
  const layers: Element[] = []
  const waiting: (() => void)[] = []
  const top = () => layers.at(-1) ?? root
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.filter(({ target }) => target === top()).at(-1) as VisibilityEntry | undefined
      if (!last) return
      confirmed = true
      uncovering = false
      if (last.isVisible !== true || !isWhole(last)) since = null
      else since ??= performance.now()
      for (const go of waiting.splice(0)) go()
    },
    // Chrome's own fields; 100 ms is the least delay it allows.
    { threshold: everyHundredth, trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  )
  /** Watches what is on top now, from a first report on. */
  const turn = (from: Element) => {
    if (from === top()) return
    observer.unobserve(from)
    confirmed = false
    observer.observe(top())
  }
  observer.observe(root)
  const stopLayers = onLayer(({ element, open }) => {
    const before = top()
    const at = layers.indexOf(element)
    if (at >= 0) layers.splice(at, 1)
    if (open) layers.push(element)
    turn(before)
    uncovering = !open
  })
  return {
    uncovering: () => uncovering,
    awaited: () =>
      confirmed || uncovering || since === null
        ? undefined
        : new Promise((resolve) => {
            waiting.push(resolve)
          }),
    longEnough: (now) => confirmed && since !== null && now - since >= neededMs,
    stop: () => {
      stopLayers()
      observer.disconnect()
    },
  }
}

/** A clip of the host page makes nothing "invisible", only smaller: everything must be there that the frame has room for. */
function isWhole({ boundingClientRect: box, intersectionRect: seen }: IntersectionObserverEntry): boolean {
  const width = Math.min(box.right, innerWidth) - Math.max(box.left, 0)
  const height = Math.min(box.bottom, innerHeight) - Math.max(box.top, 0)
  // Two pixels for rounding on fractional screens.
  return seen.width >= width - 2 && seen.height >= height - 2
}
