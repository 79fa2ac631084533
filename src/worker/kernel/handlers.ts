/**
 * How a feature answers requests: `src/worker/features/<feature>/handlers.ts` exports an object that
 * `satisfies PartialHandlers`; `all-handlers.ts` puts them together and fails to compile where one is missing.
 */
import type { MethodName, ReplyOf, RequestOf } from "~src/messaging/contract"
import type { Call } from "~src/messaging/router"

import type { WorkerContext } from "./context"

export type { Call }

type Handler<M extends MethodName> = (
  request: RequestOf<M>,
  context: WorkerContext,
  call: Call,
) => Promise<ReplyOf<M>>

export type Handlers = { [M in MethodName]: Handler<M> }
export type PartialHandlers = Partial<Handlers>
