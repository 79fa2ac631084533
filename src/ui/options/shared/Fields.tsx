/** Labelled inputs with their hint, their fault and the administrator's lock said beside them. */
import { type ReactNode, type Ref, useId } from "react"

import { classNames } from "~src/ui/base/class-names"
import { optionsText } from "~src/ui/strings/options"

import { useShown } from "./use-shown"

interface FieldProps {
  label: string
  hint?: ReactNode | undefined
  fault?: string | undefined
  locked?: boolean
  /** Locked together with everything around it: said once above instead of at each field. */
  quietLock?: boolean
  hideLabel?: boolean | undefined
  /** Takes the row's free width. */
  wide?: boolean | undefined
  children: (aria: { id: string; "aria-describedby"?: string; "aria-invalid"?: true }) => ReactNode
}

/** Label above, hint and fault below; wires the ids. */
export function Field({ label, hint, fault, locked, quietLock, hideLabel, wide, children }: FieldProps) {
  const id = useId()
  const notes = [
    hint ? { key: `${id}-hint`, text: hint, className: "field-hint" } : null,
    locked && !quietLock
      ? { key: `${id}-locked`, text: optionsText.locked, className: "field-hint locked" }
      : null,
    fault ? { key: `${id}-fault`, text: fault, className: "field-error" } : null,
  ].filter((note) => note !== null)
  return (
    <div className={classNames("field", wide && "wide")}>
      <label htmlFor={id} className={classNames("field-label", hideLabel && "sr-only")}>
        {label}
      </label>
      {children({
        id,
        ...(notes.length > 0 && { "aria-describedby": notes.map((note) => note.key).join(" ") }),
        ...(fault && { "aria-invalid": true as const }),
      })}
      {notes.map((note) => (
        <p key={note.key} id={note.key} className={note.className}>
          {note.text}
        </p>
      ))}
    </div>
  )
}

interface TextFieldProps extends Omit<FieldProps, "children"> {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string | undefined
  /** Dots instead of letters; stays a textbox for assistive technology. */
  secret?: boolean
  inputMode?: "numeric" | "decimal" | "url" | undefined
  suffix?: string
}

export function TextField({
  value,
  onChange,
  onBlur,
  placeholder,
  secret,
  inputMode,
  suffix,
  ...field
}: TextFieldProps) {
  return (
    <Field {...field}>
      {(aria) => (
        <span className="input-row">
          <input
            {...aria}
            type="text"
            className={classNames("input", secret && "secret", inputMode && inputMode !== "url" && "short")}
            value={value}
            placeholder={placeholder}
            disabled={field.locked}
            autoComplete="off"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            inputMode={inputMode}
            onChange={(event) => onChange(event.target.value)}
            onBlur={onBlur}
          />
          {suffix && <span className="suffix">{suffix}</span>}
        </span>
      )}
    </Field>
  )
}

interface SelectFieldProps extends Omit<FieldProps, "children"> {
  value: string
  options: readonly { value: string; label: string }[]
  onChange: (value: string) => void
  ref?: Ref<HTMLSelectElement>
}

export function SelectField({ value, options, onChange, ref, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(aria) => (
        <select
          {...aria}
          ref={ref}
          className="input select"
          value={value}
          disabled={field.locked}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface ToggleProps {
  label: string
  hint?: string | undefined
  hideLabel?: boolean | undefined
  checked: boolean
  locked?: boolean
  disabled?: boolean
  /** May answer with a promise of false: refused. */
  onChange: (checked: boolean) => unknown
}

/** A checkbox with its label to the right and its hint below. */
export function Toggle({ label, hint, hideLabel, checked, locked, disabled, onChange }: ToggleProps) {
  const id = useId()
  const [shown, setShown] = useShown(checked)
  const note = [hint, locked ? optionsText.locked : undefined].filter(Boolean).join(" ")
  return (
    <div className="toggle">
      <input
        id={id}
        type="checkbox"
        checked={shown}
        disabled={locked ?? disabled}
        aria-describedby={note ? `${id}-note` : undefined}
        onChange={(event) => {
          setShown(event.target.checked, onChange(event.target.checked))
        }}
      />
      <div>
        <label htmlFor={id} className={classNames(hideLabel && "sr-only")}>
          {label}
        </label>
        {note && (
          <p id={`${id}-note`} className="field-hint">
            {note}
          </p>
        )}
      </div>
    </div>
  )
}

interface RadiosProps<T extends string> {
  legend: string
  value: T
  options: readonly { value: T; label: string; hint?: string }[]
  locked?: boolean
  /** May answer with a promise of false: refused. */
  onChange: (value: T) => unknown
}

export function Radios<T extends string>({ legend, value, options, locked, onChange }: RadiosProps<T>) {
  const name = useId()
  const [shown, setShown] = useShown(value)
  return (
    <fieldset className="radios" disabled={locked}>
      <legend>{legend}</legend>
      <div className="radio-row">
        {options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === shown}
              onChange={() => {
                setShown(option.value, onChange(option.value))
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {locked && <p className="field-hint locked">{optionsText.locked}</p>}
    </fieldset>
  )
}
