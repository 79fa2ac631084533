/**
 * Whether the panel has been plainly visible for a while (design.md, decision 1). In a host page's frame a click may be
 * stolen by something laid over it; IntersectionObserver v2 sees overlays, opacity and clipping.
 */

/** Milliseconds of unbroken visibility before a write is taken. */
export const neededMs = 500

export interface Visibility {
  /** True where it has been visible for `neededMs` without a break. */
  longEnough: (now: number) => boolean
  stop: () => void
}

interface VisibilityEntry extends IntersectionObserverEntry {
  isVisible?: boolean
}

/** Starts watching an element. A browser that can't tell counts as not visible. */
export function watchVisibility(element: Element): Visibility {
  let since: number | null = null
  const observer = new IntersectionObserver(
    (entries) => {
      const last = entries.at(-1) as VisibilityEntry | undefined
      if (last?.isVisible !== true) since = null
      else since ??= performance.now()
    },
    // Chrome's own fields; 100 ms is the least delay it allows.
    { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit,
  )
  observer.observe(element)
  return {
    longEnough: (now) => since !== null && now - since >= neededMs,
    stop: () => observer.disconnect(),
  }
}
