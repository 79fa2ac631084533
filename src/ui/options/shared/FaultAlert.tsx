import type { Fault } from "~src/messaging/contract"
import { ErrorNotice } from "~src/ui/base/ErrorNotice"

/** A refusal in words, or nothing if there is none. */
export function FaultAlert({
  fault,
  onRetry,
}: {
  fault: Fault | null | undefined
  /** Where asking again may help. */
  onRetry?: () => unknown
}) {
  return fault ? <ErrorNotice fault={fault} {...(onRetry && { onRetry: () => void onRetry() })} /> : null
}
