import { useSyncExternalStore } from "react"

import { isFramed } from "~src/store/frame-place"

/** How much room the gate gives this frame: the collapsed tab, the tab that is pointed at, or the whole panel. */
export type Form = "tab" | "peek" | "panel"

/** The tab's own size lies below these, the least panel above. CSS pixels. */
const widest = 100
const highest = 160

/** By the frame's own size: the gate changes only that, and asks nobody. */
export function useForm(): Form {
  return useSyncExternalStore(followSize, readForm)
}

function readForm(): Form {
  if (!isFramed() || innerHeight > highest) return "panel"
  return innerWidth > widest ? "peek" : "tab"
}

function followSize(listen: () => void): () => void {
  window.addEventListener("resize", listen)
  return () => window.removeEventListener("resize", listen)
}
