/** A worker for the gallery: `chrome` with nothing but an answer to each question. */
import type { Fault, MethodName } from "~src/messaging/contract"

/** The answer that doesn't come. */
export const never = Symbol("never")

const missing: Fault = { code: "internal", title: "Not in the gallery.", detail: "" }

/** Replaces `chrome`. A fault as an answer refuses; undefined: the gallery knows none. Gives the way to broadcast. */
export function installWorker(
  answer: (method: MethodName, request: unknown) => unknown,
): (topics: string[]) => void {
  const listeners = new Set<(message: unknown) => void>()
  const reply = (method: MethodName, request: unknown) => {
    const value = answer(method, request)
    if (value === never) return new Promise(() => undefined)
    if (value === undefined) return Promise.resolve({ ok: false, fault: missing })
    const refused = typeof value === "object" && value !== null && "code" in value && "title" in value
    return Promise.resolve(refused ? { ok: false, fault: value } : { ok: true, value })
  }
  Object.assign(globalThis, {
    chrome: {
      runtime: {
        id: "gallery",
        onMessage: {
          addListener: (listen: (message: unknown) => void) => listeners.add(listen),
          removeListener: (listen: (message: unknown) => void) => listeners.delete(listen),
        },
        sendMessage: ({ m, p }: { m: MethodName; p: unknown }) => reply(m, p),
      },
    },
  })
  return (topics) => {
    for (const listen of listeners) listen({ topics })
  }
}
