/** How far something is, 0-1; null: nobody knows. */
export function Progress({ value, label }: { value: number | null; label: string }) {
  return (
    <progress className="progress" aria-label={label} max={1} {...(value === null ? {} : { value })}>
      {label}
    </progress>
  )
}
