import { useQuery, type UseQueryResult } from "@tanstack/react-query"

import { ask, WorkerFault } from "~src/messaging/client"
import type { Fault, MethodName, ReplyOf, RequestOf } from "~src/messaging/contract"

import { workerKey, type WorkerMeta } from "./query-client"

/**
 * One question to the worker, asked again whenever one of `topics` is broadcast. A topic ending in `:` stands for
 * all that start with it.
 */
export function useWorkerQuery<M extends MethodName>(
  method: M,
  request: RequestOf<M>,
  topics: string[],
  options: { enabled?: boolean } = {},
): UseQueryResult<ReplyOf<M>> & { fault: Fault | null } {
  const meta: WorkerMeta = {
    concerns: (topic) => topics.some((own) => (own.endsWith(":") ? topic.startsWith(own) : own === topic)),
  }
  const result = useQuery({
    queryKey: workerKey(method, request),
    queryFn: () => ask(method, request),
    meta,
    enabled: options.enabled ?? true,
  })
  return { ...result, fault: faultOf(result.error) }
}

/** The worker's own words for an error, or plain ones for anything unforeseen. */
export function faultOf(error: unknown): Fault | null {
  if (!error) return null
  if (error instanceof WorkerFault) return error.fault
  return {
    code: "internal",
    title: "Something went wrong in this page.",
    detail: error instanceof Error ? error.message : "No more is known.",
    next: "Close it and open it again.",
  }
}
