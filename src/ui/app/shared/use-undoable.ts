import { useCallback } from "react"

import { useQueryClient } from "@tanstack/react-query"

import { useToasts } from "~src/store/toasts"
import { faultOf } from "~src/store/use-worker-query"

/** How long the way back is offered. */
const undoMs = 8_000

/** Does what is kept on this computer only, says so, and offers the way back. */
export function useUndoable() {
  const add = useToasts(({ add }) => add)
  const client = useQueryClient()
  return useCallback(
    async (act: () => Promise<unknown>, text: string, back: () => Promise<unknown>): Promise<boolean> => {
      try {
        await act()
      } catch (error) {
        const fault = faultOf(error)
        add({
          id: crypto.randomUUID(),
          text: [fault?.title, fault?.next].filter(Boolean).join(" "),
          tone: "poor",
          until: Date.now() + 12_000,
        })
        return false
      }
      add({
        id: crypto.randomUUID(),
        text,
        tone: "plain",
        until: Date.now() + undoMs,
        undo: () => void back().then(() => client.invalidateQueries()),
      })
      await client.invalidateQueries()
      return true
    },
    [add, client],
  )
}
