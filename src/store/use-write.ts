import { useQueryClient } from "@tanstack/react-query"
import { useCallback, useState } from "react"

import { ask } from "~src/messaging/client"
import type { MethodName, Queued, ReplyOf, RequestOf } from "~src/messaging/contract"

import { useToasts } from "./toasts"
import { faultOf } from "./use-worker-query"

/** A write and how its last run stands. The query library's own is 2.7 KB more, which the panel's page has no room for. */
export interface Write<M extends MethodName> {
  mutate: (request: RequestOf<M>, then?: Then<M>) => void
  /** @throws WorkerFault if it is refused, which the reader was told by then */
  mutateAsync: (request: RequestOf<M>) => Promise<ReplyOf<M>>
  isPending: boolean
  isSuccess: boolean
}

interface Then<M extends MethodName> {
  onSuccess?: (reply: ReplyOf<M>) => void
  onError?: (error: unknown) => void
  onSettled?: () => void
}

/**
 * A write that answers with nothing to undo. A refusal shows as a toast in the worker's words; the worker's
 * broadcast brings the new state.
 */
export function useWrite<M extends MethodName>(method: M): Write<M> {
  const add = useToasts(({ add }) => add)
  const [state, setState] = useState<"idle" | "pending" | "success" | "error">("idle")
  const mutateAsync = useCallback(
    async (request: RequestOf<M>) => {
      setState("pending")
      try {
        const reply = await ask(method, request)
        setState("success")
        return reply
      } catch (error) {
        setState("error")
        add(refusal(error))
        throw error
      }
    },
    [add, method],
  )
  const mutate = useCallback(
    (request: RequestOf<M>, { onSuccess, onError, onSettled }: Then<M> = {}) => {
      // A refusal was said already: nobody else need hear of it.
      const settled = mutateAsync(request).then(onSuccess, onError ?? (() => undefined))
      void settled.finally(onSettled)
    },
    [mutateAsync],
  )
  return { mutate, mutateAsync, isPending: state === "pending", isSuccess: state === "success" }
}

/** Methods that store a write and send it after some seconds. */
export type QueuedMethod = {
  [M in MethodName]: ReplyOf<M> extends Queued ? (Queued extends ReplyOf<M> ? M : never) : never
}[MethodName]

/**
 * Runs a write that can be undone until `sendAfter`, and shows a toast with Undo for so long. Resolves once the panel has
 * asked again: true where the write was stored.
 * `text` says what was done: "Completed 'Send release notes'".
 */
export function useQueuedWrite() {
  const add = useToasts(({ add }) => add)
  const client = useQueryClient()
  return useCallback(
    async <M extends QueuedMethod>(method: M, request: RequestOf<M>, text: string): Promise<boolean> => {
      try {
        const queued = (await ask(method, request)) as Queued
        const until = Date.parse(queued.sendAfter)
        add({
          id: queued.outboxId,
          text,
          tone: "plain",
          until: Number.isFinite(until) ? until : Date.now() + 8000,
          undo: () => void undo(queued.outboxId),
        })
        // The worker's broadcast does the same; waiting here lets a control show its own state until then.
        await client.invalidateQueries({ queryKey: ["panel.get"] })
        return true
      } catch (error) {
        add(refusal(error))
        return false
      }

      async function undo(id: string): Promise<void> {
        try {
          const { undone } = await ask("outbox.undo", { id })
          if (!undone) add(notice("Nothing to undo: it has been sent, or undone already."))
        } catch (error) {
          add(refusal(error))
        }
        await client.invalidateQueries()
      }
    },
    [add, client],
  )
}

function notice(text: string) {
  return { id: crypto.randomUUID(), text, tone: "plain" as const, until: Date.now() + 6000 }
}

function refusal(error: unknown) {
  const fault = faultOf(error)
  const text = [fault?.title, fault?.detail, fault?.next].filter(Boolean).join(" ")
  return { id: crypto.randomUUID(), text, tone: "poor" as const, until: Date.now() + 12_000 }
}
