import type { ReactNode } from "react"

import { base } from "../strings/base"
import { classNames } from "./class-names"
import { Icon } from "./Icon"

/** The host of an `https:` address without user name or odd port; null where it must not be a link. */
export function safeHost(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null
  const { protocol, host, username, password } = new URL(url)
  return protocol === "https:" && host && !username && !password ? host : null
}

/**
 * A link that leaves the extension. Only `https:` becomes one, anything else stays text; the host is visible
 * (`showHost`) or in the tooltip, so that a name cannot pass for an address.
 */
export function SafeLink({
  href,
  children,
  className,
  showHost = false,
  icon = false,
}: {
  href: string | undefined
  children: ReactNode
  className?: string
  showHost?: boolean
  icon?: boolean
}) {
  const host = safeHost(href)
  if (host === null) return <span className={className}>{children}</span>
  return (
    <a
      className={classNames("link", className)}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      title={base.opensIn(host)}
    >
      {children}
      {showHost ? " " : null}
      {showHost ? <span className="link-host">({host})</span> : null}
      {icon ? <Icon name="open" className="link-icon" /> : null}
    </a>
  )
}
