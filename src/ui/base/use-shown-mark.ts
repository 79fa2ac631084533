import { useEffect } from "react"

/** Marks the first moment at which this is on the screen, for the benchmark and for the browser's own tools. */
export function useShownMark(name: string): void {
  useEffect(() => {
    if (performance.getEntriesByName(name).length > 0) return undefined
    // The frame's callback runs before its paint; a task after it, behind.
    const frame = requestAnimationFrame(() => setTimeout(() => performance.mark(name)))
    return () => cancelAnimationFrame(frame)
  }, [name])
}
