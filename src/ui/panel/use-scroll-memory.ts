import { useEffect, useLayoutEffect } from "react"

import { useViewMemory } from "~src/store/view-memory"

/** Puts the page back to where it was left for this account, before it is painted, and remembers where it is. */
export function useScrollMemory(account: string): void {
  useLayoutEffect(() => {
    window.scrollTo(0, useViewMemory.getState().accounts[account]?.scroll ?? 0)
  }, [account])
  useEffect(() => {
    const remember = () => useViewMemory.getState().setScroll(account, window.scrollY)
    document.addEventListener("scrollend", remember)
    return () => document.removeEventListener("scrollend", remember)
  }, [account])
}
