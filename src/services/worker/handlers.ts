/**
 * How a feature answers requests: `src/services/<feature>/handlers.ts` exports an object that
 * `satisfies PartialHandlers`; `all-handlers.ts` puts them together and fails to compile where one is missing.
 */
import type { MethodName, ReplyOf, RequestOf } from "~src/messaging/contract"
import type { Sender } from "~src/messaging/sender"

import type { WorkerContext } from "./context"

/** One request on its way. */
export interface Call {
  /** Stays the same when the page sends the request again: the id of the write it queues. */
  rid: string
  sender: Sender
}

export type Handler<M extends MethodName> = (
  request: RequestOf<M>,
  context: WorkerContext,
  call: Call,
) => Promise<ReplyOf<M>>

export type Handlers = { [M in MethodName]: Handler<M> }
export type PartialHandlers = Partial<Handlers>
