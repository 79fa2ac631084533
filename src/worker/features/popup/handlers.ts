import type { PartialHandlers } from "../../kernel/handlers"

import { refreshBadge } from "../badge/refresh-badge"

export const popupHandlers = {
  /** From here on "since you last looked" starts anew; what is on screen stays there. */
  async "popup.seen"(_request, context) {
    await context.settings.set({ popup: { lastSeenAt: new Date(context.now()).toISOString() } })
    return {}
  },

  /** A task put off until a day, on this computer only: Vitally keeps its due date. */
  async "task.snooze"({ accountId, taskId, until }, context) {
    const id = `task:${taskId}`
    if (until === null) await context.db.delete("care", id)
    else await context.db.put("care", { id, accountId, snoozedUntil: until })
    await refreshBadge(context)
    context.publish("popup", `account:${accountId}`)
    return {}
  },
} satisfies PartialHandlers
