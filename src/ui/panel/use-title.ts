import { useLayoutEffect } from "react"

/** The page is named after its customer while it shows one: what the browser writes on a tab. */
export function useTitle(name: string): void {
  useLayoutEffect(() => {
    const before = document.title
    document.title = name
    return () => {
      document.title = before
    }
  }, [name])
}
