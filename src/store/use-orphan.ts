import { useCallback, useEffect, useState } from "react"

import { alive } from "~src/messaging/client"
import type { Fault } from "~src/messaging/contract"

const moments = ["focus", "visibilitychange", "pointerenter", "pageshow"] as const

/**
 * True once the extension that made this page is gone (design.md, decision 2): looked at whenever someone comes near
 * the page, and where the worker's client says so.
 */
export function useOrphan(fault: Fault | null): boolean {
  const [orphan, setOrphan] = useState(false)
  const look = useCallback(() => {
    if (!alive()) setOrphan(true)
  }, [])
  useEffect(() => {
    // `pointerenter` does not bubble; capturing on the document sees it for any element.
    for (const moment of moments) window.addEventListener(moment, look, true)
    return () => {
      for (const moment of moments) window.removeEventListener(moment, look, true)
    }
  }, [look])
  return orphan || fault?.code === "stale-page"
}
