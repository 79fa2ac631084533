import type { ReactNode } from "react"

import { classNames } from "./class-names"
import { Icon } from "./Icon"

/** A line that opens: native `<details>`, with the caller keeping whether it is open where that is to be remembered. */
export function Disclosure({
  summary,
  children,
  open,
  onToggle,
  className,
  isMain,
}: {
  summary: ReactNode
  children: ReactNode
  open?: boolean
  onToggle?: (open: boolean) => void
  className?: string
  /** Its line is a row's first control, for `useRowKeys`. */
  isMain?: boolean
}) {
  return (
    <details
      className={classNames("disclosure", className)}
      open={open}
      onToggle={(event) => {
        // React hears the toggles of details nested in this one too.
        if (event.target === event.currentTarget) onToggle?.(event.currentTarget.open)
      }}
    >
      <summary data-main={isMain}>
        <Icon name="chevron" className="disclosure-mark" />
        {summary}
      </summary>
      <div className="disclosure-body">{children}</div>
    </details>
  )
}
