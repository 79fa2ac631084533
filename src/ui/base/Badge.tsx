import type { ReactNode } from "react"

import { classNames } from "./class-names"
import type { Tone } from "./types"

/** A short word on a tint: a tier, a role, a count. Its words must stand without the colour. */
export function Badge({
  tone = "plain",
  className,
  title,
  children,
}: {
  tone?: Tone
  className?: string
  title?: string
  children: ReactNode
}) {
  return (
    <span className={classNames("badge", `badge-${tone}`, className)} title={title}>
      {children}
    </span>
  )
}
