/** Worker to pages: which topics to ask again. */
import type { Broadcast } from "./contract"

export type Publish = (...topics: string[]) => void

/** Gathers what is published in one turn into one message. */
export function createPublish(send: (message: Broadcast) => void): Publish {
  const waiting = new Set<string>()
  return (...topics) => {
    if (waiting.size === 0) {
      queueMicrotask(() => {
        const all = [...waiting]
        waiting.clear()
        send({ topics: all })
      })
    }
    for (const topic of topics) waiting.add(topic)
  }
}
