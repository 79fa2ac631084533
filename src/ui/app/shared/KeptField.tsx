import { useState } from "react"

interface Props {
  label: string
  /** True: the label stands above the field. */
  isShown?: boolean
  value: string
  rows?: number
  hint?: string
  onSave: (text: string) => void
}

/** A text that is saved when the field is left, or with Ctrl+Enter. The caller gives it a key of its value, so that Undo shows. */
export function KeptField({ label, isShown = false, value, rows = 2, hint, onSave }: Props) {
  const [text, setText] = useState(value)
  return (
    <label className="kept-field">
      <span className={isShown ? "field-label" : "sr-only"}>{label}</span>
      <textarea
        className="input"
        rows={rows}
        maxLength={4000}
        placeholder={hint}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => onSave(text.trim())}
        onKeyDown={(event) => {
          if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) event.currentTarget.blur()
        }}
      />
    </label>
  )
}
