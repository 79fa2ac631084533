import { useEffect, useState } from "react"

/**
 * Which section is being read, for the list beside the page. Also goes to the section of the address once the
 * sections are there: they come after the page has loaded.
 */
export function useCurrentSection(ready: boolean): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    if (!ready) return
    const wanted = location.hash.slice(1)
    if (wanted) document.getElementById(wanted)?.scrollIntoView()
    if (typeof IntersectionObserver === "undefined") return
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.find(({ isIntersecting }) => isIntersecting)
        if (entered) setCurrent(entered.target.id)
      },
      // A line a quarter down the window: exactly one section crosses it.
      { rootMargin: "-25% 0px -75% 0px" },
    )
    for (const section of document.querySelectorAll("main section[id]")) observer.observe(section)
    return () => observer.disconnect()
  }, [ready])
  return current
}
