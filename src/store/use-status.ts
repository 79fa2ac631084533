import { useWorkerQuery } from "./use-worker-query"

/** How the two services, the sync and the badge stand. */
export function useStatus() {
  const { data, fault } = useWorkerQuery("status.get", {}, ["status"])
  return { status: data, fault }
}
