import { useCallback } from "react"

import { useWrite } from "~src/store/use-write"

/** Brings a customer's page to the front, reusing a tab that shows it already; the popup then closes by itself. */
export function useOpenCustomer() {
  const { mutate } = useWrite("open.page")
  return useCallback(
    (accountId: string, page: "vitally" | "account" = "vitally") => mutate({ page, accountId }),
    [mutate],
  )
}
