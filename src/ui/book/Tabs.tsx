import type { KeyboardEvent } from "react"

import { book } from "../strings/book"
import { type View, views } from "./use-hash-view"

/** The page's views, after the ARIA tabs pattern: one stop for Tab, arrows between. */
export function Tabs({ view, onChange }: { view: View; onChange: (view: View) => void }) {
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    const next = views[(views.indexOf(view) + step + views.length) % views.length] ?? view
    onChange(next)
    document.getElementById(`tab-${next}`)?.focus()
  }
  return (
    <div className="tabs" role="tablist" aria-label={book.tabs.label}>
      {views.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-selected={one === view}
          aria-controls="view"
          tabIndex={one === view ? 0 : -1}
          onClick={() => onChange(one)}
          onKeyDown={onKeyDown}
        >
          {book.tabs[one]}
        </button>
      ))}
    </div>
  )
}
