import { useCallback } from "react"

import { useWorkerQuery } from "~src/store/use-worker-query"
import { useWrite } from "~src/store/use-write"

import type { Openers } from "./openers"
import { useRoute } from "./use-route"

/** The book that the address names (`owner`; absent: one's own and those one covers), and the way into a customer. */
export function useBook() {
  const { params, set } = useRoute()
  const ownerId = params.get("owner") ?? ""
  const query = useWorkerQuery("book.get", ownerId ? { ownerId } : {}, ["book", "settings"])
  const { mutate: openPage } = useWrite("open.page")
  const open: Openers["open"] = useCallback(
    (accountId, page = "vitally") => openPage({ page, accountId }),
    [openPage],
  )
  const setOwner = useCallback((owner: string) => set({ owner }), [set])
  return { ...query, ownerId, setOwner, open }
}
