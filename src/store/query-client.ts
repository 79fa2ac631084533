/** One query client a page. The worker is the cache: what is here is only what is on screen. */
import { type Query, QueryClient } from "@tanstack/react-query"

import { onBroadcast } from "~src/messaging/client"
import type { MethodName, RequestOf } from "~src/messaging/contract"

/** A query's topics travel with it, so that a broadcast finds whom it concerns. */
export interface WorkerMeta extends Record<string, unknown> {
  concerns?: (topic: string) => boolean
}

export function workerKey<M extends MethodName>(method: M, request: RequestOf<M>): [M, RequestOf<M>] {
  return [method, request]
}

/** Replies never grow stale by age: the worker says when to ask again. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: 60_000,
        retry: false,
        refetchOnWindowFocus: true,
        // The worker answers from its cache without a network.
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  })
}

/**
 * Asks again for whatever a broadcast concerns; returns the way to stop. A question on its way is let come home and then
 * asked once more: broken off for each piece of news, it would never be answered while a sync tells its progress.
 */
export function followBroadcasts(client: QueryClient): () => void {
  const later = new Set<string>()
  const askAgain = (query: Query) =>
    void client.invalidateQueries({ queryKey: query.queryKey, exact: true }, { cancelRefetch: false })
  const cache = client.getQueryCache()
  const stopSettled = cache.subscribe(({ type, query }) => {
    if (type !== "updated" || query.state.fetchStatus !== "idle" || !later.delete(query.queryHash)) return
    queueMicrotask(() => askAgain(query as Query))
  })
  const concern = (topics: string[]) => {
    const concerned = cache.findAll({
      predicate: ({ meta }) => {
        const { concerns } = (meta ?? {}) as WorkerMeta
        return concerns !== undefined && topics.some(concerns)
      },
    })
    for (const query of concerned) {
      if (query.state.fetchStatus === "idle") askAgain(query)
      else later.add(query.queryHash)
    }
  }
  const stopNews = onBroadcast(concern)
  // The network comes and goes unheard by a worker that sleeps: asking wakes it, and it sends what waits.
  const networkTurned = () => concern(["status"])
  addEventListener("online", networkTurned)
  addEventListener("offline", networkTurned)
  return () => {
    stopSettled()
    stopNews()
    removeEventListener("online", networkTurned)
    removeEventListener("offline", networkTurned)
  }
}
