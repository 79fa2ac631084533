/** One query client a page. The worker is the cache: what is here is only what is on screen. */
import { QueryClient } from "@tanstack/react-query"

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

/** Asks again for whatever a broadcast concerns; returns the way to stop. */
export function followBroadcasts(client: QueryClient): () => void {
  return onBroadcast((topics) => {
    void client.invalidateQueries({
      predicate: ({ meta }) => {
        const { concerns } = (meta ?? {}) as WorkerMeta
        return concerns !== undefined && topics.some(concerns)
      },
    })
  })
}
