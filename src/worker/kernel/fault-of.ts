/** What an error of any service means to the reader. */
import type { Fault } from "~src/messaging/contract"
import { faultOfUnknown } from "~src/messaging/router"

import { ServiceError } from "./service-error"

export function faultOf(error: unknown): Fault {
  return error instanceof ServiceError ? error.fault : faultOfUnknown(error)
}
