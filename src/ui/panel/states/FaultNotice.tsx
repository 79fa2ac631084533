import type { ReactNode } from "react"

import type { Fault } from "~src/messaging/contract"
import { useWrite } from "~src/store/use-write"

import { Button, ErrorNotice } from "../../base"
import { panel } from "../../strings/panel"

/** An error with what can be done about it here: try again, and the options where the sign-in is the matter. */
export function FaultNotice({
  fault,
  onRetry,
  children,
}: {
  fault: Fault
  onRetry: () => void
  children?: ReactNode
}) {
  const { mutate: openPage } = useWrite("open.page")
  const signIn = fault.code === "auth" || fault.code === "not-connected"
  return (
    <ErrorNotice fault={fault} onRetry={onRetry}>
      {signIn ? (
        <Button onClick={() => openPage({ page: "options" })}>{panel.states.openOptions}</Button>
      ) : null}
      {children}
    </ErrorNotice>
  )
}
