import { useEffect, useState, useSyncExternalStore } from "react"

type Follow = (listener: () => void) => () => void

/** One timer for all who look at the time at this pace; none while nobody sees the page. */
function beat(everyMs: number): Follow {
  const listeners = new Set<() => void>()
  let timer: ReturnType<typeof setInterval> | undefined
  const tell = () => listeners.forEach((listener) => listener())
  const wind = () => {
    clearInterval(timer)
    if (document.visibilityState === "visible") timer = setInterval(tell, everyMs)
  }
  const turn = () => {
    if (document.visibilityState === "visible") tell()
    wind()
  }
  return (listener) => {
    listeners.add(listener)
    if (listeners.size === 1) {
      document.addEventListener("visibilitychange", turn)
      wind()
    }
    return () => {
      listeners.delete(listener)
      if (listeners.size > 0) return
      document.removeEventListener("visibilitychange", turn)
      clearInterval(timer)
    }
  }
}

const follow = { slow: beat(30_000), quick: beat(2_000) }

/** What `read` makes of the present moment, looked at every half minute; drawn anew only where that is another number. */
export function useTime(read: (now: number) => number): number {
  return useSyncExternalStore(follow.slow, () => read(Date.now()))
}

/** The present moment in milliseconds, looked at every half minute, or every two seconds where `quick`. */
export function useNow(pace: keyof typeof follow = "slow"): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => follow[pace](() => setNow(Date.now())), [pace])
  return now
}
