import { useCallback } from "react"

import { ask } from "~src/messaging/client"

import { useUndoable } from "./use-undoable"

/** Keeps texts of the week's pages on this computer; each save is said, and can be taken back. */
export function useKept(texts: Record<string, string>) {
  const undoable = useUndoable()
  return useCallback(
    (key: string, text: string, said: string) => {
      const before = texts[key] ?? ""
      if (text === before) return
      void undoable(
        () => ask("week.write", { key, text }),
        said,
        () => ask("week.write", { key, text: before }),
      )
    },
    [texts, undoable],
  )
}
