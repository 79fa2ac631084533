import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"

import type { SearchHit } from "~src/messaging/contract"

import { Badge, classNames, Icon, Name, StatusMark } from "../base"
import { popup } from "../strings/popup"
import { useCustomerSearch } from "./use-customer-search"

const words = popup.search

interface Props {
  label: string
  placeholder?: string
  /** Under the list: what the keys do. */
  hint?: string
  /** Takes the focus when it appears: the popup is opened to find something. */
  focusAtStart?: boolean
  /** The key that leads here, shown in the empty field. */
  hotkey?: string
  /** A customer was chosen; `other` where Ctrl or Cmd was held. The text that then stands in the field is returned. */
  onPick: (hit: SearchHit, other: boolean) => string
  onClear?: () => void
}

/** A field that finds customers as one types, after the ARIA combobox pattern: the focus stays in the field. */
export function CustomerCombobox({ label, placeholder, hint, focusAtStart, hotkey, onPick, onClear }: Props) {
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (focusAtStart) field.current?.focus()
  }, [focusAtStart])
  const [text, setText] = useState("")
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(0)
  const { hits, total, more, settled, fault } = useCustomerSearch(open ? text : "")
  const current = Math.min(active, hits.length - 1)
  const shown = open && text.trim() !== "" && (hits.length > 0 || settled || fault !== null)
  const optionId = (nth: number) => `${listId}-${nth}`

  const type = (value: string) => {
    setText(value)
    setActive(0)
    setOpen(true)
    onClear?.()
  }
  const pick = (hit: SearchHit | undefined, other: boolean) => {
    if (!hit) return
    setOpen(false)
    setText(onPick(hit, other))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: current + 1,
      ArrowUp: current - 1,
      PageDown: current + 5,
      PageUp: current - 5,
    }
    const next = steps[event.key]
    if (event.key === "Escape" && text !== "") {
      // Otherwise the browser closes the whole popup.
      event.preventDefault()
      type("")
      setOpen(false)
    } else if (event.key === "Escape" && hotkey) {
      // Back to the list; a second Escape closes the popup.
      event.preventDefault()
      field.current?.blur()
    } else if (event.key === "Enter" && shown) {
      event.preventDefault()
      pick(hits[current], event.ctrlKey || event.metaKey)
    } else if (next !== undefined) {
      event.preventDefault()
      setOpen(true)
      const last = hits.length - 1
      setActive(
        event.key.startsWith("Page")
          ? Math.max(0, Math.min(last, next))
          : next < 0
            ? last
            : next > last
              ? 0
              : next,
      )
    }
  }

  return (
    <div className="finder">
      <Icon name="search" className="finder-icon" />
      <input
        type="text"
        role="combobox"
        className="input finder-input"
        aria-label={label}
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={listId}
        aria-activedescendant={shown && hits.length > 0 ? optionId(current) : undefined}
        placeholder={placeholder}
        ref={field}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      {hotkey && text === "" ? (
        <kbd className="finder-key" aria-hidden="true">
          {hotkey}
        </kbd>
      ) : null}
      <div className={classNames("finder-list", !shown && "is-hidden")}>
        <ul role="listbox" id={listId} aria-label={words.results}>
          {shown
            ? hits.map((hit, nth) => (
                <Option
                  key={hit.id}
                  id={optionId(nth)}
                  hit={hit}
                  selected={nth === current}
                  onPick={(other) => pick(hit, other)}
                />
              ))
            : null}
        </ul>
        {shown && hits.length === 0 ? (
          <p className="finder-none">
            {fault ? `${fault.title} ${fault.next ?? ""}` : words.none(text.trim())}
          </p>
        ) : null}
        {shown && hits.length > 0 && hint ? <p className="finder-hint">{hint}</p> : null}
      </div>
      <span role="status" className="sr-only">
        {shown && settled ? words.found(hits.length, total, more) : ""}
      </span>
    </div>
  )
}

interface OptionProps {
  id: string
  hit: SearchHit
  selected: boolean
  onPick: (other: boolean) => void
}

function Option({ id, hit, selected, onPick }: OptionProps) {
  return (
    // The keys are handled by the field, which keeps the focus.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events
    <li
      id={id}
      role="option"
      aria-selected={selected}
      className="finder-option"
      // Pressing must not take the focus from the field, or the list would close before the click.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onPick(event.ctrlKey || event.metaKey)}
    >
      <StatusMark band={hit.band} words="none" />
      <Name className="finder-name">{hit.name}</Name>
      {hit.mine ? <Badge tone="accent">{words.mine}</Badge> : null}
      {hit.tier ? <Badge>{hit.tier}</Badge> : null}
    </li>
  )
}
