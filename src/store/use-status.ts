import { useWorkerQuery } from "./use-worker-query"

/** How the two services, the sync and the badge stand. */
export function useStatus(options: { enabled?: boolean } = {}) {
  const { data, fault } = useWorkerQuery("status.get", {}, ["status"], options)
  return { status: data, fault }
}
