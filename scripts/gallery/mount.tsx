import type { ComponentType } from "react"
import { createRoot } from "react-dom/client"

/** Draws one of the extension's entries, as the build's own page does. */
export function mount(Page: ComponentType): void {
  const root = document.getElementById("root")
  if (root) createRoot(root).render(<Page />)
}
