/** Shows what needs the policy once it is there, and why it is not where it never comes. */
import { type ReactNode, useContext } from "react"

import { useWorkerQuery } from "~src/store/use-worker-query"
import { Skeleton } from "~src/ui/base/Skeleton"

import { FaultAlert } from "../shared/FaultAlert"
import { DraftContext } from "./draft"

export function WithDraft({ children }: { children: ReactNode }) {
  const draft = useContext(DraftContext)
  const { fault } = useWorkerQuery("policy.get", {}, ["settings"])
  if (draft) return children
  return fault ? <FaultAlert fault={fault} /> : <Skeleton />
}
