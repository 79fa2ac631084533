/** Holds the draft: what was typed stays until it is saved or discarded, whatever the worker says. */
import { type ReactNode, useState } from "react"

import type { Policy } from "~src/domain/policy/policy"
import { useWorkerQuery } from "~src/store/use-worker-query"

import { useAct } from "../shared/use-act"
import { type Draft, DraftContext, type PolicyFault } from "./draft"
import { normalPath, setAt } from "./path"
import { useSavedToast } from "./use-saved-toast"

/** Around the whole page, which does not wait for the policy. */
export function DraftProvider({ children }: { children: ReactNode }) {
  const { data: view } = useWorkerQuery("policy.get", {}, ["settings"])
  /** Null: nothing changed; what is stored is shown. */
  const [edited, setEdited] = useState<Policy | null>(null)
  const [faults, setFaults] = useState<PolicyFault[]>([])
  const save = useAct("policy.set")
  const sayTaken = useSavedToast()
  // The worker checks every policy before it stores or sends one.
  const policy = edited ?? (view?.policy as Policy | undefined)
  const draft: Draft | null =
    view && policy
      ? {
          view,
          policy,
          locked: view.managed.locked,
          dirty: edited !== null,
          faults,
          fault: save.fault,
          saving: save.isPending,
          edit(path, value) {
            setEdited((before) => setAt(before ?? policy, path, value))
            setFaults((before) => before.filter((fault) => !isAbout(fault, path)))
          },
          save() {
            if (edited === null || save.isPending) return
            save.mutate(
              { policy: edited },
              {
                onSuccess(outcome) {
                  setFaults(outcome.saved ? [] : outcome.faults.map(toNormal))
                  // Typing may have gone on while the worker was checking.
                  if (!outcome.saved) return
                  setEdited((now) => (now === edited ? null : now))
                  sayTaken(view.policy)
                },
              },
            )
          },
          discard() {
            setEdited(null)
            setFaults([])
            save.reset()
          },
        }
      : null
  return <DraftContext value={draft}>{children}</DraftContext>
}

/** The place itself, or one that it is part of. */
function isAbout(fault: PolicyFault, path: string): boolean {
  return fault.path === path || path.startsWith(`${fault.path}.`)
}

function toNormal({ path, reason }: PolicyFault): PolicyFault {
  return { path: normalPath(path), reason }
}
