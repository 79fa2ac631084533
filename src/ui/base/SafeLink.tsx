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

/** The systems that the extension works in: where nearly all links lead, and whose pages people know. */
const known = /\.(vitally\.io|vitally-eu\.io|lightning\.force\.com|my\.salesforce\.com)$/

/**
 * A link that leaves the extension. Only `https:` becomes one, anything else stays text. The host is in the tooltip, and
 * visible wherever the link leads to another place than Vitally or Salesforce, so that a name cannot pass for an address.
 */
export function SafeLink({
  href,
  children,
  className,
  showHost,
  icon = false,
  ...data
}: {
  href: string | undefined
  children: ReactNode
  className?: string
  /** Always, or never because it stands beside the link; by where it leads if absent. */
  showHost?: boolean
  /** A drawing behind the words if no host says that the link leads away. */
  icon?: boolean
  /** The row's first control, for `useRowKeys`. */
  "data-main"?: boolean
}) {
  const host = safeHost(href)
  if (host === null) return <span className={className}>{children}</span>
  const visible = showHost ?? !known.test(host)
  return (
    <a
      {...data}
      className={classNames("link", className)}
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      title={base.opensIn(host)}
    >
      {children}
      {visible ? " " : null}
      {visible ? <bdi className="link-host">({host})</bdi> : null}
      {icon && !visible ? <Icon name="open" className="link-icon" /> : null}
    </a>
  )
}
