/** How pages ask the worker. The page bundle holds no schema: replies come from our own worker. */
import type { Broadcast, Fault, MethodName, Reply, ReplyOf, RequestOf } from "./contract"

/** A refusal of the worker, or no worker at all; `fault` is ready to show. */
export class WorkerFault extends Error {
  constructor(readonly fault: Fault) {
    super(fault.title)
    this.name = "WorkerFault"
  }
}

const unreachable: Fault = {
  code: "stale-page",
  title: "Account Lens was updated.",
  detail: "This page belongs to the version before and can no longer ask for data.",
  next: "Reload the page.",
}

/**
 * Sends one request and waits for the answer.
 * @throws WorkerFault with the worker's own words, or "was updated" where the extension has been reloaded.
 */
export async function ask<M extends MethodName>(method: M, request: RequestOf<M>): Promise<ReplyOf<M>> {
  // After a reload of the extension `chrome.runtime.id` is gone, and sendMessage throws synchronously.
  if (!(chrome.runtime as { id?: string } | undefined)?.id) throw new WorkerFault(unreachable)
  const reply = await send<M>({ m: method, p: request })
  if (reply.ok) return reply.value
  throw new WorkerFault(reply.fault)
}

async function send<M extends MethodName>(message: object, again = true): Promise<Reply<ReplyOf<M>>> {
  try {
    const reply: Reply<ReplyOf<M>> | undefined = await chrome.runtime.sendMessage(message)
    if (reply) return reply
  } catch (error) {
    // A worker killed while answering closes the channel; the next message starts a fresh one.
    if (!again) throw new WorkerFault({ ...unreachable, code: "internal", title: String(error) })
  }
  if (again) return send<M>(message, false)
  throw new WorkerFault(unreachable)
}

/** Calls back with the topics that changed; returns the way to stop. */
export function onBroadcast(listen: (topics: string[]) => void): () => void {
  const handler = (message: Broadcast | { m: string }): undefined => {
    if ("topics" in message) listen(message.topics)
    return undefined
  }
  chrome.runtime.onMessage.addListener(handler)
  return () => chrome.runtime.onMessage.removeListener(handler)
}
