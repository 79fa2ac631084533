/** Inputs tied to one place of the draft by its path, with the worker's reason beside them where it refused it. */
import { useState } from "react"

import { classNames } from "~src/ui/base/class-names"
import { optionsText } from "~src/ui/strings/options"

import { Field, SelectField, TextField, Toggle } from "../shared/Fields"
import { useDraft } from "./draft"
import { type NumberKind, numberOf, textOf } from "../shared/number-text"
import { getAt } from "./path"

const text = optionsText.policy

interface AtProps {
  path: string
  label: string
  /** In tables the column says it; the label is then for assistive technology only. */
  hideLabel?: boolean
  hint?: string
}

function useAt(path: string) {
  const { policy, faults, locked, edit } = useDraft()
  return {
    value: getAt(policy, path),
    fault: faults.find((fault) => fault.path === path || fault.path === parentOf(path))?.reason,
    locked,
    set: (value: unknown) => edit(path, value),
  }
}

/** Some faults are about values together: the weights of a formula, the two borders of a trait. */
const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf(".")))

interface NumberAtProps extends AtProps {
  kind?: NumberKind
  unit?: string
  /** May be left empty. */
  optional?: boolean
}

/** A number. What cannot be read as one stays in the input, with the reason, and cannot be saved. */
export function NumberAt({ path, label, kind = "number", unit, optional, hideLabel, hint }: NumberAtProps) {
  const { value, fault, locked, set } = useAt(path)
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && !isUsable(numberOf(typed, kind), optional)
  return (
    <Field
      label={label}
      hint={hint}
      hideLabel={hideLabel}
      fault={wrong ? (typed.trim() === "" ? text.needed : text.notNumber) : fault}
    >
      {(aria) => (
        <span className="input-row">
          <input
            {...aria}
            type="text"
            inputMode="decimal"
            autoComplete="off"
            className="input short"
            disabled={locked}
            value={typed ?? textOf(value, kind)}
            onChange={(event) => {
              const next = numberOf(event.target.value, kind)
              setTyped(event.target.value)
              set(next === undefined && !optional ? Number.NaN : next)
            }}
            onBlur={() =>
              setTyped((now) => (now !== null && isUsable(numberOf(now, kind), optional) ? null : now))
            }
          />
          {(unit ?? (kind === "percent" ? "%" : "")) && <span className="suffix">{unit ?? "%"}</span>}
        </span>
      )}
    </Field>
  )
}

function isUsable(value: number | undefined, optional?: boolean): boolean {
  return value === undefined ? optional === true : !Number.isNaN(value)
}

interface TextAtProps extends AtProps {
  /** Empty takes the key out instead of storing an empty text. */
  optional?: boolean
  /** Only addresses that start with https:// are used. */
  url?: boolean
  placeholder?: string
  /** Takes the row's free width. */
  wide?: boolean
}

export function TextAt({ path, label, hideLabel, hint, optional, url, placeholder, wide }: TextAtProps) {
  const { value, fault, locked, set } = useAt(path)
  const shown = typeof value === "string" ? value : ""
  const notHttps = url && shown !== "" && !shown.startsWith("https://") ? text.httpsOnly : undefined
  return (
    <TextField
      label={label}
      hint={hint}
      hideLabel={hideLabel}
      value={shown}
      locked={locked}
      quietLock
      placeholder={placeholder}
      wide={wide}
      inputMode={url ? "url" : undefined}
      fault={fault ?? notHttps}
      onChange={(next) => set(optional && next === "" ? undefined : next)}
    />
  )
}

/** A list of words, typed with commas between. */
export function WordsAt({ path, label, hideLabel, hint, optional, placeholder }: TextAtProps) {
  const { value, fault, locked, set } = useAt(path)
  const [typed, setTyped] = useState<string | null>(null)
  const words = Array.isArray(value) ? (value as string[]) : []
  return (
    <TextField
      label={label}
      hint={hint}
      hideLabel={hideLabel}
      value={typed ?? words.join(", ")}
      locked={locked}
      quietLock
      placeholder={placeholder}
      fault={fault}
      onChange={(next) => {
        const list = next
          .split(",")
          .map((word) => word.trim())
          .filter(Boolean)
        setTyped(next)
        set(optional && list.length === 0 ? undefined : list)
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

interface ChoiceAtProps extends AtProps {
  options: readonly { value: string; label: string }[]
}

export function ChoiceAt({ path, options, ...field }: ChoiceAtProps) {
  const { value, fault, locked, set } = useAt(path)
  return (
    <SelectField
      {...field}
      value={typeof value === "string" ? value : ""}
      options={options}
      locked={locked}
      quietLock
      fault={fault}
      onChange={(next) => set(next === "" ? undefined : next)}
    />
  )
}

export function ToggleAt({ path, label, hint, hideLabel }: AtProps) {
  const { value, locked, set } = useAt(path)
  return (
    <div className={classNames(hideLabel && "bare")}>
      <Toggle
        label={label}
        hint={hint}
        hideLabel={hideLabel}
        checked={value === true}
        disabled={locked}
        onChange={set}
      />
    </div>
  )
}
