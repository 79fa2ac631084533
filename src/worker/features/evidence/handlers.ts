/** What the user says of single touches, and what a rule of the team would say of all. */
import type { PartialHandlers } from "../../kernel/handlers"

import { corrections } from "./list"
import { previewRule } from "./preview"
import { newestAsked, say, takeBack } from "./say"

export const evidenceHandlers = {
  async "evidence.correct"({ accountId, touchId, said }, context) {
    if (said === null) await takeBack(context, accountId, touchId, "verdict")
    else await say(context, accountId, touchId, { verdict: said })
    return {}
  },
  async "evidence.noAnswer"({ accountId, touchId, needed }, context) {
    if (needed) {
      await takeBack(context, accountId, touchId, "noAnswer")
      return { touchId }
    }
    const newest = await newestAsked(context, accountId, touchId)
    await say(context, accountId, newest, { noAnswer: new Date(context.now()).toISOString() })
    return { touchId: newest }
  },
  "evidence.list": async (_request, { db }) => ({ corrections: await corrections(db) }),
  "evidence.preview": (rule, context) => previewRule(context, rule),
} satisfies PartialHandlers
