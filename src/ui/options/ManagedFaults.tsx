/** What an administrator pushed that cannot be used, said on top: it concerns several sections. */
import { useWorkerQuery } from "~src/store/use-worker-query"
import { optionsText } from "~src/ui/strings/options"

import { RefusalList } from "./policy/RefusalList"

export function ManagedFaults() {
  const { data } = useWorkerQuery("policy.get", {}, ["settings"])
  const leftOut = data?.managed.leftOut ?? []
  return leftOut.length > 0 ? (
    <RefusalList title={optionsText.leftOut(leftOut.length)} faults={leftOut} />
  ) : null
}
