import type { PartialHandlers } from "~src/worker/kernel/handlers"

import { choosePick, markSeen } from "./choices"
import { dataCheck } from "./data-check"

export const dataCheckHandlers = {
  "facts.check": (request, context) => dataCheck(context, request),
  "facts.choose": async ({ accountId, fact, pick }, context) => {
    await choosePick(context, accountId, fact, pick)
    return {}
  },
  "facts.seen": async ({ accountId, key, print }, context) => {
    await markSeen(context, accountId, key, print)
    return {}
  },
} satisfies PartialHandlers
