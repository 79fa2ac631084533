/** How the reading of Looker stands. */
import type { Instant } from "~src/domain/facts"

import type { Fault } from "./status"

export interface LookerState {
  running?: boolean
  triedAt?: Instant
  /** The last whole reading. */
  readAt?: Instant
  rows?: number
  /** Names that match no customer, with how many rows; the first of them. */
  unmatched?: Record<string, number>
  /** The answer ends where a row limit does. */
  maybeCut?: boolean
  fault?: Fault
  /** Nobody has to mend the fault: it is tried again soon. */
  passes?: boolean
}
