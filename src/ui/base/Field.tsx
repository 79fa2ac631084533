import { type InputHTMLAttributes, type ReactNode, type Ref, type SelectHTMLAttributes, useId } from "react"

import { classNames } from "./class-names"

interface Common {
  label: string
  hint?: ReactNode
  /** Why what was typed cannot be used; read out with the field. */
  error?: string | undefined
  hideLabel?: boolean
}

function useFieldIds({ hint, error }: Pick<Common, "hint" | "error">) {
  const id = useId()
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  return { id, describedBy: describedBy || undefined }
}

function Around({
  id,
  label,
  hint,
  error,
  hideLabel,
  children,
}: Common & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id} className={classNames("field-label", hideLabel && "sr-only")}>
        {label}
      </label>
      {children}
      {hint ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      ) : null}
    </div>
  )
}

/** A labelled native input, with its hint and error tied to it. */
export function TextField({
  label,
  hint,
  error,
  hideLabel = false,
  className,
  ...input
}: Common & InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> }) {
  const { id, describedBy } = useFieldIds({ hint, error })
  return (
    <Around id={id} label={label} hint={hint} error={error} hideLabel={hideLabel}>
      <input
        {...input}
        id={id}
        className={classNames("input", className)}
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
    </Around>
  )
}

/** A labelled native select. */
export function SelectField({
  label,
  hint,
  error,
  hideLabel = false,
  children,
  ...select
}: Common & SelectHTMLAttributes<HTMLSelectElement>) {
  const { id, describedBy } = useFieldIds({ hint, error })
  return (
    <Around id={id} label={label} hint={hint} error={error} hideLabel={hideLabel}>
      <select
        {...select}
        id={id}
        className="input select"
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      >
        {children}
      </select>
    </Around>
  )
}
