import { vitallyFault } from "../vitally/api"
import type { Fault } from "~src/messaging/contract"
import { isDiskFull } from "../cache/quota"
import { OtherWorkspaceError } from "../cache/workspace"

/** What a reader is told of a failure of the sync. */
export function faultOf(error: unknown): Fault {
  if (isDiskFull(error))
    return {
      code: "quota",
      title: "The browser has no room left.",
      detail: "Older detail was given up, and it was not enough. What is shown may be out of date.",
      next: "Free some disk space, or clear the cache in the options.",
    }
  if (error instanceof OtherWorkspaceError)
    return {
      // Says nothing of how the service stands.
      code: "not-found",
      title: "Another workspace was connected meanwhile.",
      detail: "This customer belongs to the one before.",
      next: "Open the customer again.",
    }
  return vitallyFault(error)
}
