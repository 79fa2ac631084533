/** The contract at run time: which names exist, who may use them, and what a request must look like. */
import * as z from "~src/schemas/zod"

import type { MethodName, RequestOf } from "./contract"
import { methods } from "./methods"
import type { Definition } from "./methods/method"
import type { SenderKind } from "./sender"

const table: Record<MethodName, Definition> = methods

export function isMethod(name: string): name is MethodName {
  return Object.hasOwn(table, name)
}

export const mayCall = (kind: SenderKind, method: MethodName): boolean => table[method].from.includes(kind)

/** A frame must be seen to ask it. */
export const isWrite = (method: MethodName): boolean => table[method].reads !== true

/** The request as its definition has it, unknown keys left out; null if it is not one. */
export function parseRequest<M extends MethodName>(method: M, request: unknown): RequestOf<M> | null {
  const read = z.safeParse(table[method].request, request)
  return read.success ? (read.data as RequestOf<M>) : null
}
