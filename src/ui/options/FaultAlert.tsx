import type { Fault } from "~src/messaging/contract"
import { ErrorNotice } from "~src/ui/base/ErrorNotice"

/** A refusal in words, or nothing where there is none. */
export function FaultAlert({ fault }: { fault: Fault | null | undefined }) {
  return fault ? <ErrorNotice fault={fault} /> : null
}
