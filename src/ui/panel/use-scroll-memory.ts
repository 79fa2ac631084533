import { useLayoutEffect } from "react"

import { useViewMemory } from "~src/store/view-memory"

/**
 * Puts the page back to where it was left for this account, before it is painted, and remembers where it is. Not where
 * somebody scrolled while it loaded, and not if there is no longer so much to scroll.
 */
export function useScrollMemory(account: string): void {
  useLayoutEffect(() => {
    const left = useViewMemory.getState().accounts[account]?.scroll ?? 0
    const room = document.documentElement.scrollHeight - window.innerHeight
    if (left > 0 && left <= room && window.scrollY === 0) window.scrollTo(0, left)
    // A frame that is being taken away no longer knows where it was.
    let scroll = Math.round(window.scrollY)
    let moving = false
    const see = () => {
      scroll = Math.round(window.scrollY)
      if (!moving) remember()
      moving = true
    }
    const remember = () => useViewMemory.getState().setScroll(account, scroll)
    const rest = () => {
      moving = false
      remember()
    }
    document.addEventListener("scroll", see, { passive: true })
    document.addEventListener("scrollend", rest)
    window.addEventListener("pagehide", remember)
    return () => {
      remember()
      document.removeEventListener("scroll", see)
      document.removeEventListener("scrollend", rest)
      window.removeEventListener("pagehide", remember)
      // Whatever comes next begins at its own place.
      window.scrollTo(0, 0)
    }
  }, [account])
}
