/** What one message is: who may send it, how its request looks, what comes back. */
import type * as z from "~src/schemas/zod"

/** Who can ask; `sender-kind.ts` tells them apart. */
export type SenderKind = "gate" | "frame" | "sidepanel" | "page"

/** Panels know one account, their own. */
export const panels = ["frame", "sidepanel", "page"] as const
/** A page that the user opened. */
export const pages = ["page"] as const
/** Needs a host page around it. */
export const frameOnly = ["frame"] as const

export type Nothing = Record<string, never>

export interface Definition {
  /** Every other kind of sender is refused (design.md, decision 3). */
  from: readonly SenderKind[]
  /** Keys without a schema are left out; a request that doesn't fit is refused. */
  request: z.Type
  /** A frame may ask it without being seen: it reads, or changes nothing at a service. Anything else counts as a write. */
  reads?: true
  /** The answer may take minutes: it waits for a service or for the user, or goes through all that is stored. */
  slow?: true
}

declare const reply: unique symbol
/** A definition that knows the type of its reply. Replies come from our own worker, so nothing checks them at run time. */
export type Answering<Reply, D extends Definition = Definition> = D & { [reply]?: Reply }
export type ReplyIn<D> = D extends { [reply]?: infer Reply } ? Reply : never

/** Names the reply's type; the rest is inferred. */
export const answers =
  <Reply>() =>
  <const D extends Definition>(definition: D): Answering<Reply, D> =>
    definition
