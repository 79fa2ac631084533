/** What the user ticks, snoozes or dismisses here. */
import * as z from "~src/schemas/zod"

import { type Nothing, answers, panels } from "./method"
import { id, day, line, ofAction } from "./shapes"

export const actionMethods = {
  "action.step": answers<Nothing>()({
    from: panels,
    request: z.object({ accountId: id, actionId: id, stepId: id, done: z.boolean() }),
  }),
  "renewal.step": answers<Nothing>()({
    from: panels,
    request: z.object({ accountId: id, on: day, stepId: id, done: z.boolean() }),
  }),
  "action.snooze": answers<Nothing>()({
    from: panels,
    request: z.object({ accountId: id, actionId: id, until: z.nullable(day) }),
  }),
  "action.dismiss": answers<Nothing>()({
    from: panels,
    request: z.object({ accountId: id, actionId: id, fingerprint: line, reason: line }),
  }),
  "action.restore": answers<Nothing>()({ from: panels, request: ofAction }),
}
