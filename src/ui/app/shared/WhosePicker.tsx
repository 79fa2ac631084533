import { useWorkerQuery } from "~src/store/use-worker-query"

import { useRoute } from "./use-route"
import { WhoseSelect } from "./WhoseSelect"

/** Whose customers a page shows, as the address says: mine, everybody's, or one colleague's. */
export function useWho(): string {
  return useRoute().params.get("owner") ?? "mine"
}

export function WhosePicker() {
  const { set } = useRoute()
  const who = useWho()
  const { data } = useWorkerQuery("book.get", {}, ["settings"])
  return (
    <WhoseSelect
      owners={data?.owners ?? []}
      value={who}
      className="no-print"
      onChange={(next) => set({ owner: next === "mine" ? undefined : next })}
    />
  )
}
