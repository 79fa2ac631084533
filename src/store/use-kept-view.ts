import { useLayoutEffect } from "react"

import { ask } from "~src/messaging/client"
import type { TypedForms } from "~src/messaging/contract"

import { useViewMemory } from "./view-memory"

/** Long enough to be one word a stop, short enough to be said before most clicks that lead away. */
const quietMs = 500

/**
 * Has the worker keep how this account's panel is left: with the first move, once nothing has moved for a while, and when
 * the page goes. The first word wakes the worker: what a page says as it goes reaches only one that is awake.
 * `tabId` names the tab beside Chrome's side panel.
 */
export function useKeptView(accountId: string, tabId: number | undefined): void {
  useLayoutEffect(() => {
    const now = () => useViewMemory.getState().accounts[accountId]
    let told = now()
    let quiet: ReturnType<typeof setTimeout> | undefined
    const tell = () => {
      clearTimeout(quiet)
      quiet = undefined
      const left = now()
      if (left === undefined || left === told) return
      const typed = news(left.typed, told?.typed)
      told = left
      // Nobody waits for it, and a page that outlived its extension has nobody to tell.
      const { scroll, open } = left
      const place = tabId === undefined ? {} : { tabId }
      ask("panel.leave", { accountId, scroll, open, ...typed, ...place }).catch(() => undefined)
    }
    const stop = useViewMemory.subscribe(() => {
      const left = now()
      if (left === told) return
      // What was sent or discarded must not come back because the tab was closed right after.
      if (quiet === undefined || clears(left?.typed, told?.typed)) tell()
      clearTimeout(quiet)
      quiet = setTimeout(tell, quietMs)
    })
    window.addEventListener("pagehide", tell)
    document.addEventListener("visibilitychange", tell)
    return () => {
      tell()
      stop()
      window.removeEventListener("pagehide", tell)
      document.removeEventListener("visibilitychange", tell)
    }
  }, [accountId, tabId])
}

/** Only the forms that changed: of the others another tab may know better. */
function news(now: TypedForms = {}, told: TypedForms = {}): { typed?: TypedForms } {
  const changed = Object.entries(now).filter(([form, fields]) => told[form] !== fields)
  return changed.length > 0 ? { typed: Object.fromEntries(changed) } : {}
}

const clears = (now: TypedForms = {}, told: TypedForms = {}): boolean =>
  Object.entries(now).some(([form, fields]) => told[form] !== fields && Object.keys(fields).length === 0)
