import { keepPreviousData, useQuery } from "@tanstack/react-query"

import { ask } from "~src/messaging/client"
import type { SearchHit } from "~src/messaging/contract"
import { faultOf } from "~src/store/use-worker-query"

const limit = 8

/**
 * Customers by part of name or id, asked at each keystroke: the worker looks through 100,000 in about a millisecond.
 * The last answer stays until the next is there.
 */
export function useCustomerSearch(typed: string) {
  const text = typed.trim()
  const query = useQuery({
    queryKey: ["search", { text, limit }],
    queryFn: () => ask("search", { text, limit }),
    enabled: text !== "",
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  })
  const none: SearchHit[] = []
  return {
    hits: text === "" ? none : (query.data?.hits ?? none),
    total: query.data?.total ?? 0,
    more: query.data?.more === true,
    /** An answer to exactly this text is there. */
    settled: text !== "" && query.isSuccess && !query.isPlaceholderData,
    fault: text === "" ? null : faultOf(query.error),
  }
}
