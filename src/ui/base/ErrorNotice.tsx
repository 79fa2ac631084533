import type { ReactNode } from "react"

import type { Fault } from "~src/messaging/contract"

import { base } from "../strings/base"
import { Button } from "./Button"
import { Icon } from "./Icon"
import type { Tone } from "./types"

/** What passes by itself is no reason for red. */
const passing: ReadonlySet<Fault["code"]> = new Set(["network", "rate", "quota", "server"])

/** What went wrong, what it means, what to do: in the worker's own words. */
export function ErrorNotice({
  fault,
  onRetry,
  children,
}: {
  fault: Fault
  onRetry?: () => void
  children?: ReactNode
}) {
  return (
    <div role="alert" className={passing.has(fault.code) ? "notice notice-concerning" : "notice notice-poor"}>
      <Icon name="warn" />
      <div>
        <p className="notice-title">{fault.title}</p>
        <p>
          {fault.detail} {fault.next}
        </p>
        {onRetry || children ? (
          <div className="notice-actions">
            {onRetry ? <Button onClick={onRetry}>{base.retry}</Button> : null}
            {children}
          </div>
        ) : null}
      </div>
    </div>
  )
}

/** Something worth knowing that is not an error. */
export function Notice({
  tone = "plain",
  icon = "info",
  live = false,
  children,
  actions,
}: {
  tone?: Tone
  icon?: "info" | "warn" | "clock" | "offline" | "link" | "eye"
  /** Read out when it appears. */
  live?: boolean
  children: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={`notice notice-${tone}`} role={live ? "status" : undefined}>
      <Icon name={icon} />
      <div>
        {children}
        {actions ? <div className="notice-actions">{actions}</div> : null}
      </div>
    </div>
  )
}
