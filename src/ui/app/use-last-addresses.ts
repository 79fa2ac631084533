import { useEffect, useState } from "react"

import { hashOf } from "./shared/route"

/** How each page was last left, so that a look at another page loses no filter; a page not seen yet opens as usual. */
export function useLastAddresses(current: string): (id: string) => string {
  const [last, setLast] = useState<Record<string, string>>({})
  useEffect(() => {
    const remember = () => {
      const id = location.hash.slice(1).split("?")[0] ?? ""
      if (id !== "") setLast((known) => ({ ...known, [id]: location.hash }))
    }
    remember()
    addEventListener("hashchange", remember)
    return () => removeEventListener("hashchange", remember)
  }, [])
  return (id) => (id === current ? hashOf(id) : (last[id] ?? hashOf(id)))
}
