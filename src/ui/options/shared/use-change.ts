import { useMutation, useQueryClient } from "@tanstack/react-query"

import { ask } from "~src/messaging/client"
import type { DeepPartial, Settings } from "~src/messaging/views/settings"
import { workerKey } from "~src/store/query-client"
import { faultOf } from "~src/store/use-worker-query"

import { mergeDeep } from "./merge-deep"

/**
 * Saves a setting as soon as it is changed. The new value shows at once; a refusal puts the old one back and is in
 * `fault`.
 */
export function useChange() {
  const client = useQueryClient()
  const key = workerKey("settings.get", {})
  const save = useMutation<Settings, Error, DeepPartial<Settings>>({
    mutationFn: (patch) => ask("settings.set", { patch }),
    onMutate: (patch) => client.setQueryData(key, (before) => before && mergeDeep(before, patch)),
    onSettled: () => client.invalidateQueries(),
  })
  /** True where it was saved; never rejects. */
  const change = (patch: DeepPartial<Settings>): Promise<boolean> =>
    save.mutateAsync(patch).then(
      () => true,
      () => false,
    )
  return { change, fault: faultOf(save.error) }
}
