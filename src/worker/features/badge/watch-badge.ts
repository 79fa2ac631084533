import type { WorkerContext } from "~src/worker/kernel/context"

import { refreshBadge } from "./refresh-badge"

const watched = new Set(["popup", "book", "outbox", "settings", "status"])

/** Changes that can move the number. The badge publishes `status` itself, but only where it changed: no circle. */
const concerns = (topic: string) => watched.has(topic) || topic.startsWith("account:")

/** Called once at each start: shows what is true now and follows every change. One refresh at a time, none lost. */
export function watchBadge(context: WorkerContext): void {
  let running = false
  let again = false
  const refresh = async (): Promise<void> => {
    if (running) {
      again = true
      return
    }
    running = true
    do {
      again = false
      // A failed look is repeated by the next change or the next quarter of an hour.
      await refreshBadge(context).catch(() => undefined)
    } while (again as boolean)
    running = false
  }
  context.onPublished((topics) => {
    if (topics.some(concerns)) void refresh()
  })
  void refresh()
}
