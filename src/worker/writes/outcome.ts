/** What became of one attempt to send a write. */
import type { Fault } from "~src/messaging/contract"

export type SendOutcome =
  | { state: "sent" }
  /** A definite no: shown and kept. */
  | { state: "refused"; fault: Fault }
  /** Not arrived, or safe to repeat: tried again later. */
  | { state: "retry"; fault: Fault; retryAfterMs?: number }
  /** It may have arrived, cannot be repeated safely and cannot be found: the user is asked. */
  | { state: "undecided"; fault: Fault }
