import type { ReactNode } from "react"

/** Terms and their values in two aligned columns; rows without a value are left out. */
export function Facts({ rows }: { rows: [term: string, value: ReactNode][] }) {
  const shown = rows.filter(([, value]) => value !== null && value !== undefined && value !== "")
  if (shown.length === 0) return null
  return (
    <dl className="facts">
      {shown.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
