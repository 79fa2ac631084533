/**
 * The worker's only ear. A message is answered when its sender is known, may call the method, asks in the contract's
 * shape and, where it is a panel, about its own account. Nothing thrown by a handler leaves it but as a fault.
 */
import type { MessageListener, MessageSender } from "~src/platform/runtime"

import type { Fault, MethodName, Reply, RequestOf } from "./contract"
import type { Envelope } from "./envelope"
import { FaultError } from "./fault"
import { isMethod, mayCall, parseRequest } from "./requests"
import type { Sender } from "./sender"
import { type Own, senderOf } from "./sender-kind"

type GateSender = Extract<Sender, { kind: "gate" }>
export interface Call {
  /** Stays the same when the page sends the request again: the id of the write it queues. */
  rid: string
  sender: Sender
}
type AnyHandler<C> = (request: never, context: C, call: Call) => Promise<unknown>

export interface RouterParts<C> {
  own: Own
  /** The worker's start-up, shared by all messages. */
  ready: Promise<C>
  handlers: Record<MethodName, AnyHandler<C>>
  /** Why this sender may not ask this of that account; null where it may. */
  guard(context: C, sender: Sender, method: MethodName, request: object): Promise<Fault | null>
  /** The gate's few methods, which are no part of the contract; undefined for any other name. Called in the message's own turn. */
  gate(
    method: string,
    payload: unknown,
    sender: GateSender,
  ): ((context: C, sender: GateSender) => Promise<unknown>) | undefined
  /** What an error of a service means to the reader. */
  faultOf(error: unknown): Fault
  /** Told of each request that was not granted, by the method's own name. */
  onRefused?(context: C, method: MethodName, fault: Fault): void
}

const notAllowed: Fault = {
  code: "not-allowed",
  title: "This page may not ask that.",
  detail: "Account Lens answers a page only about the customer it shows.",
  next: "Reload the page.",
}
const badRequest: Fault = {
  code: "bad-request",
  title: "Account Lens could not read that request.",
  detail: "Nothing was changed.",
  next: "Reload the page. It may belong to an older version.",
}

/** The gate sends no id. */
type Incoming = Pick<Envelope, "m" | "p"> & Partial<Envelope>

/** The one thing a panel says in the moment its frame is taken away. */
const saidInGoing: MethodName = "panel.leave"

export function createRouter<C>(parts: RouterParts<C>): MessageListener {
  // What a page sends again while it is still in hand is not begun anew. A worker that dies loses this with the work.
  const inHand = new Map<string, Promise<Reply<unknown>>>()
  const answerOnce = ({ m, p, rid = crypto.randomUUID() }: Incoming, from: MessageSender) => {
    const key = [from.documentId, m, rid].join()
    const answering =
      inHand.get(key) ??
      answer(parts, { m, p, rid }, from)
        .catch((error: unknown): Reply<never> => ({ ok: false, fault: parts.faultOf(error) }))
        .finally(() => inHand.delete(key))
    inHand.set(key, answering)
    return answering
  }
  return (message, from, respond) => {
    if (!isEnvelope(message)) return false
    answerOnce(message, from)
      .then((reply) => {
        respond(reply)
        const { m } = message
        // A name that is none of ours is somebody's text.
        if (!reply.ok && isMethod(m))
          return parts.ready.then((context) => parts.onRefused?.(context, m, reply.fault))
        return undefined
      })
      .catch(() => undefined)
    return true
  }
}

async function answer<C>(
  parts: RouterParts<C>,
  { m, p, rid }: Envelope,
  from: MessageSender,
): Promise<Reply<unknown>> {
  const sender = senderOf(from, parts.own, { going: m === saidInGoing })
  if (!sender) return { ok: false, fault: notAllowed }
  if (sender.kind === "gate") return toGate(parts, sender, m, p)
  if (!isMethod(m)) return { ok: false, fault: badRequest }
  if (!mayCall(sender.kind, m)) return { ok: false, fault: notAllowed }
  const request: RequestOf<MethodName> | null = parseRequest(m, p)
  if (!request) return { ok: false, fault: badRequest }
  const context = await parts.ready
  const fault = await parts.guard(context, sender, m, request)
  if (fault) return { ok: false, fault }
  // The schema under the same name made `request`.
  return { ok: true, value: await parts.handlers[m](request as never, context, { rid, sender }) }
}

async function toGate<C>(
  parts: RouterParts<C>,
  sender: GateSender,
  method: string,
  payload: unknown,
): Promise<Reply<unknown>> {
  const handle = parts.gate(method, payload, sender)
  if (!handle) return { ok: false, fault: notAllowed }
  return { ok: true, value: await handle(await parts.ready, sender) }
}

function isEnvelope(message: unknown): message is Incoming {
  if (typeof message !== "object" || message === null) return false
  const { m, rid } = message as Partial<Envelope>
  return typeof m === "string" && (rid === undefined || (typeof rid === "string" && rid.length <= 100))
}

/** What a page is told of an error nobody expected: no text of the error itself, which may quote data. */
export function faultOfUnknown(error: unknown): Fault {
  if (error instanceof FaultError) return error.fault
  if (error instanceof DOMException && error.name === "QuotaExceededError") {
    return {
      code: "quota",
      title: "The browser has no more room for Account Lens.",
      detail: "New data could not be stored. Writes that are waiting are kept.",
      next: "Free disk space, or delete the cache in the options under Data.",
    }
  }
  return {
    code: "internal",
    title: "Something went wrong inside Account Lens.",
    detail: "This request was not finished. Data that was stored before is unharmed.",
    next: "Try again. If it happens again, copy the diagnostics in the options.",
  }
}
