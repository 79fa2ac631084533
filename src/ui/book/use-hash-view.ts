import { useEffect, useState } from "react"

export const views = ["customers", "renewals", "changes", "coverage"] as const
export type View = (typeof views)[number]

const fromHash = (): View => {
  const hash = location.hash.slice(1)
  return views.find((view) => view === hash) ?? "customers"
}

/** The view named in the address, so that a link or a reload comes back to it. */
export function useHashView(): [View, (view: View) => void] {
  const [view, setView] = useState(fromHash)
  useEffect(() => {
    const follow = () => setView(fromHash())
    addEventListener("hashchange", follow)
    return () => removeEventListener("hashchange", follow)
  }, [])
  const show = (next: View) => {
    history.replaceState(null, "", `#${next}`)
    setView(next)
  }
  return [view, show]
}
