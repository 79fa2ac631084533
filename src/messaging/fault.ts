/** An error that is ready to be shown: it crosses from the worker to a page as its `fault`. */
import type { Fault } from "./contract"

export class FaultError extends Error {
  constructor(readonly fault: Fault) {
    super(fault.title)
    this.name = "FaultError"
  }
}

/** Shorthand for throwing: what happened, what it means, what to do. */
export function faultError(code: Fault["code"], title: string, detail: string, next?: string): FaultError {
  return new FaultError({ code, title, detail, ...(next !== undefined && { next }) })
}
