import { useCallback } from "react"

import type { DeepPartial, Settings } from "~src/messaging/views/settings"

import { useWorkerQuery } from "./use-worker-query"
import { useWrite } from "./use-write"

/** The user's settings and the way to change some of them. Panels may change only what is under `panel`. */
export function useSettings() {
  const query = useWorkerQuery("settings.get", {}, ["settings"])
  const { mutate } = useWrite("settings.set")
  const { refetch } = query
  const change = useCallback(
    (patch: DeepPartial<Settings>) => mutate({ patch }, { onSuccess: () => void refetch() }),
    [mutate, refetch],
  )
  return { settings: query.data, fault: query.fault, change }
}
