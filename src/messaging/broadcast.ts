/** Worker to pages: which topics to ask again. */
import type { Broadcast } from "./contract"

export type Publish = (...topics: string[]) => void

export type Published = (listen: (topics: string[]) => void) => void

/** `createPublish` with listeners inside the worker: the badge follows the same news as the pages. */
export function createBus(send: (message: Broadcast) => void): { publish: Publish; onPublished: Published } {
  const listeners: ((topics: string[]) => void)[] = []
  const publish = createPublish((message) => {
    send(message)
    for (const listen of listeners) listen(message.topics)
  })
  return { publish, onPublished: (listen) => void listeners.push(listen) }
}

/** Gathers what is published in one turn into one message. */
function createPublish(send: (message: Broadcast) => void): Publish {
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
