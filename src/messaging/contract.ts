/**
 * The types of everything pages can ask of the worker, derived from the definitions in `methods/`.
 * Types only: a page that imports this gets no schema into its bundle.
 */
import type * as z from "~src/schemas/zod"

import type { methods } from "./methods"
import type { ReplyIn } from "./methods/method"
import type { Fault } from "./views/status"

export type * from "./views/account"
export type * from "./views/panel"
export type * from "./views/status"
export type * from "./views/work"

export type Reply<T> = { ok: true; value: T } | { ok: false; fault: Fault }

type Methods = typeof methods

export type MethodName = keyof Methods
export type RequestOf<M extends MethodName> = z.infer<Methods[M]["request"]>
export type ReplyOf<M extends MethodName> = ReplyIn<Methods[M]>
/** Those whose answer may take minutes. */
export type SlowMethod = { [M in MethodName]: Methods[M] extends { slow: true } ? M : never }[MethodName]

/** Worker to pages: "ask again". `account:<id>`, `tab:<tabId>`, `tab:front:<windowId>` (another tab is in front; said by the page itself), `popup`, `book`, `status`, `settings`, `outbox`. */
export interface Broadcast {
  topics: string[]
}
