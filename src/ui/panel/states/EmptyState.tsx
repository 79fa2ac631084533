import type { ReactNode } from "react"

import { Icon, type IconName } from "../../base"

/** A whole panel that has no account to show: what is the case, and the one thing to do. */
export function EmptyState({
  icon,
  title,
  text,
  children,
}: {
  icon: IconName
  title: string
  text?: string | undefined
  children?: ReactNode
}) {
  return (
    <div className="empty">
      <Icon name={icon} className="empty-icon" />
      <h1>{title}</h1>
      {text ? <p className="soft">{text}</p> : null}
      {children ? <div className="empty-actions">{children}</div> : null}
    </div>
  )
}
