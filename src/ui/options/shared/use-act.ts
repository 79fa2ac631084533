import { useMutation, useQueryClient } from "@tanstack/react-query"

import { ask } from "~src/messaging/client"
import type { MethodName, ReplyOf, RequestOf } from "~src/messaging/contract"
import { faultOf } from "~src/store/use-worker-query"

/**
 * One command to the worker whose refusal is shown in place, beside what caused it: in `fault`.
 * Everything on the page is asked again afterwards: a setting may change what other sections say.
 */
export function useAct<M extends MethodName>(method: M) {
  const client = useQueryClient()
  const act = useMutation<ReplyOf<M>, Error, RequestOf<M>>({
    mutationFn: (request) => ask(method, request),
    onSettled: () => client.invalidateQueries(),
  })
  return { ...act, fault: faultOf(act.error) }
}
