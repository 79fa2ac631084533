import { Fragment, type ReactNode } from "react"

/**
 * A line of parts that drops whole parts from the right until it fits: what does not fit wraps to a second line, which
 * is out of sight but still read out. No part is ever cut inside.
 */
export function Parts({ parts }: { parts: readonly ReactNode[] }) {
  return (
    <span className="parts">
      {parts.map((part, nth) => (
        // The order of a line's parts is fixed.
        <Fragment key={nth}>
          <span className="part-of">
            {nth > 0 ? <span aria-hidden="true">{nth === 1 ? " · " : ", "}</span> : null}
            {part}
          </span>
        </Fragment>
      ))}
    </span>
  )
}
