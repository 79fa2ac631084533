/** The policy being edited. One draft for the whole page: the links section edits the same policy. */
import { createContext, useContext } from "react"

import type { Policy } from "~src/domain/policy/policy"
import type { Fault } from "~src/messaging/contract"
import type { PolicyView } from "~src/messaging/views/options"

export interface PolicyFault {
  path: string
  reason: string
}

export interface Draft {
  view: PolicyView
  policy: Policy
  /** An administrator pushed this policy: nothing can be changed. */
  locked: boolean
  dirty: boolean
  /** What the worker refused at the last save or import, by normal path. */
  faults: PolicyFault[]
  fault: Fault | null
  saving: boolean
  edit: (path: string, value: unknown) => void
  save: () => void
  discard: () => void
}

export const DraftContext = createContext<Draft | null>(null)

/** @throws outside of a `DraftProvider`. */
export function useDraft(): Draft {
  const draft = useContext(DraftContext)
  if (!draft) throw new Error("The policy's forms belong inside a DraftProvider.")
  return draft
}
