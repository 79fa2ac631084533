/** A worker for component tests: answers `chrome.runtime.sendMessage` from a table and can broadcast. */
import { vi } from "vitest"

import { WorkerFault } from "~src/messaging/client"
import type { Broadcast, Fault, MethodName, ReplyOf, RequestOf } from "~src/messaging/contract"

/** A handler answers, or throws a `WorkerFault` to refuse. */
export type Handlers = {
  [M in MethodName]?: (request: RequestOf<M>) => ReplyOf<M> | Promise<ReplyOf<M>> | object
}

export interface FakeWorker {
  /** Every request so far, oldest first. */
  asked: { m: MethodName; p: unknown }[]
  handlers: Handlers
  broadcast: (topics: string[]) => void
  /** As after an update of the extension: `chrome.runtime.id` is gone. */
  orphan: () => void
}

/** Replaces `chrome` for the test at hand. A method without a handler is refused as `internal`. */
export function fakeWorker(handlers: Handlers): FakeWorker {
  const listeners = new Set<(message: Broadcast) => unknown>()
  const asked: FakeWorker["asked"] = []
  const runtime: Record<string, unknown> = {
    id: "account-lens",
    async sendMessage(message: { m: MethodName; p: never }) {
      asked.push(message)
      const handler = handlers[message.m] as ((request: never) => unknown) | undefined
      try {
        if (!handler) return { ok: false, fault: missing(message.m) }
        return { ok: true, value: await handler(message.p) }
      } catch (error) {
        if (error instanceof WorkerFault) return { ok: false, fault: error.fault }
        throw error
      }
    },
    onMessage: {
      addListener: (listener: (message: Broadcast) => unknown) => listeners.add(listener),
      removeListener: (listener: (message: Broadcast) => unknown) => listeners.delete(listener),
    },
  }
  vi.stubGlobal("chrome", { runtime })
  return {
    asked,
    handlers,
    broadcast: (topics) => {
      for (const listener of listeners) listener({ topics })
    },
    orphan: () => {
      delete runtime.id
    },
  }
}

function missing(method: string): Fault {
  return { code: "internal", title: `No answer to ${method} in this test.`, detail: "Add a handler." }
}
