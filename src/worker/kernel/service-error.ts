import type { Fault } from "~src/messaging/contract"

/** An error of a service's client. It knows its own words for the user, so that nobody above has to tell services apart. */
export abstract class ServiceError extends Error {
  abstract get fault(): Fault
}
