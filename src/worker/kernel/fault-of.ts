/** What an error of any service means to the reader. */
import { SalesforceError } from "../salesforce/api/errors"
import { VitallyError, vitallyFault } from "../vitally/api"
import type { Fault } from "~src/messaging/contract"
import { faultOfUnknown } from "~src/messaging/router"

export function faultOf(error: unknown): Fault {
  if (error instanceof SalesforceError) return error.fault
  if (error instanceof VitallyError) return vitallyFault(error)
  return faultOfUnknown(error)
}
