/** Finds one customer of the book by name or id. */
import { useDeferredValue, useEffect, useRef, useState } from "react"

import type { SearchHit } from "~src/messaging/contract"
import { useWorkerQuery } from "~src/store/use-worker-query"
import { Name } from "~src/ui/base/Name"
import { StatusMark } from "~src/ui/base/StatusMark"
import { optionsText } from "~src/ui/strings/options"

import { FaultAlert } from "./FaultAlert"
import { TextField } from "./Fields"

const text = optionsText.picker

interface AccountPickerProps {
  label: string
  hint?: string
  /** Takes the focus when it appears, where finding a customer is what the page is for. */
  focusAtStart?: boolean
  onPick: (hit: SearchHit) => void
}

export function AccountPicker({ label, hint, focusAtStart, onPick }: AccountPickerProps) {
  const [typed, setTyped] = useState("")
  const wanted = useDeferredValue(typed.trim())
  const found = useWorkerQuery("search", { text: wanted, limit: 8 }, ["book"], { enabled: wanted !== "" })
  const hits = wanted === "" ? [] : (found.data?.hits ?? [])
  const box = useRef<HTMLFormElement>(null)
  useEffect(() => {
    if (focusAtStart) box.current?.querySelector("input")?.focus()
  }, [focusAtStart])
  return (
    <form
      ref={box}
      className="picker"
      onSubmit={(event) => {
        event.preventDefault()
        // Enter takes the first, as in every search.
        if (hits[0]) onPick(hits[0])
      }}
    >
      <TextField label={label} hint={hint} value={typed} placeholder={text.placeholder} onChange={setTyped} />
      <p role="status" className={hits.length > 0 ? "sr-only" : "field-hint"}>
        {wanted !== "" && found.data ? text.found(found.data.total, found.data.more === true) : ""}
      </p>
      {hits.length > 0 && (
        <ul className="hits">
          {hits.map((hit) => (
            <li key={hit.id}>
              <button type="button" className="hit" onClick={() => onPick(hit)}>
                <Name className="hit-name">{hit.name}</Name>
                <span className="soft">{hit.tier ?? text.noTier}</span>
                <StatusMark band={hit.band} />
                {hit.mine && <span className="faint">{text.mine}</span>}
              </button>
            </li>
          ))}
        </ul>
      )}
      <FaultAlert fault={wanted === "" ? null : found.fault} />
    </form>
  )
}
