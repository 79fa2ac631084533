import type { WorkerContext } from "~src/services/worker/context"

import { refreshBadge } from "./refresh-badge"

/** Changes that can move the number: writes, reads, settings. `status` is left out: the badge itself publishes it. */
const concerns = (topic: string) =>
  topic === "popup" ||
  topic === "book" ||
  topic === "outbox" ||
  topic === "settings" ||
  topic.startsWith("account:")

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
