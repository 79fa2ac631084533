import { vitallyFault } from "~src/api/vitally"
import type { Fault } from "~src/messaging/contract"
import { StorageFullError } from "~src/storage/quota"

/** What a reader is told of a failure of the sync. */
export function faultOf(error: unknown): Fault {
  if (error instanceof StorageFullError)
    return {
      code: "quota",
      title: "The browser has no room left.",
      detail: "Older detail was given up, and it was not enough. What is shown may be out of date.",
      next: "Free some disk space, or clear the cache in the options.",
    }
  return vitallyFault(error)
}
