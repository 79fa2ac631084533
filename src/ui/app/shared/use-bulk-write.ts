import { useQueryClient } from "@tanstack/react-query"
import { useMemo } from "react"

import type { Channel } from "~src/domain/facts"
import { ask } from "~src/messaging/client"
import { useToasts } from "~src/store/toasts"
import { faultOf } from "~src/store/use-worker-query"
import { app } from "~src/ui/strings/app"

/** How long the undo of what is kept on this computer only is offered. */
const undoMs = 8_000

interface Stored {
  undo: () => Promise<unknown>
  until: number
}

/** One act on several customers: one toast, one undo for all. A customer that refuses stops none of the others. */
export function useBulkWrite() {
  const add = useToasts(({ add }) => add)
  const client = useQueryClient()
  return useMemo(() => {
    async function all(parts: (() => Promise<Stored>)[], text: string): Promise<boolean> {
      const stored: Stored[] = []
      let refused = ""
      for (const part of parts) {
        try {
          stored.push(await part())
        } catch (error) {
          const fault = faultOf(error)
          refused = [fault?.title, fault?.next].filter(Boolean).join(" ")
        }
      }
      const missed = parts.length - stored.length
      if (missed > 0) {
        add({
          id: crypto.randomUUID(),
          text: app.bulk.refused(missed, refused),
          tone: "poor",
          until: Date.now() + 12_000,
        })
      }
      if (stored.length > 0) {
        add({
          id: crypto.randomUUID(),
          text,
          tone: "plain",
          until: Math.min(...stored.map(({ until }) => until)),
          undo: () =>
            void Promise.allSettled(stored.map(({ undo }) => undo())).then(() => client.invalidateQueries()),
        })
      }
      await client.invalidateQueries()
      return stored.length > 0
    }
    const queued = async (made: Promise<{ outboxId: string; sendAfter: string }>): Promise<Stored> => {
      const { outboxId, sendAfter } = await made
      return { undo: () => ask("outbox.undo", { id: outboxId }), until: Date.parse(sendAfter) }
    }
    return {
      tasks: (ids: string[], task: { name: string; dueOn?: string; note?: string }, text: string) =>
        all(
          ids.map((accountId) => () => queued(ask("task.add", { accountId, ...task }))),
          text,
        ),
      touches: (ids: string[], { channel, note }: { channel: Channel; note: string }, text: string) => {
        const at = new Date().toISOString()
        return all(
          ids.map(
            (accountId) => () =>
              queued(
                ask("touch.log", { accountId, channel, direction: "outbound", at, ...(note && { note }) }),
              ),
          ),
          text,
        )
      },
      snooze: (actions: { accountId: string; actionId: string }[], until: string, text: string) =>
        all(
          actions.map((action) => async () => {
            await ask("action.snooze", { ...action, until })
            return {
              undo: () => ask("action.snooze", { ...action, until: null }),
              until: Date.now() + undoMs,
            }
          }),
          text,
        ),
    }
  }, [add, client])
}
