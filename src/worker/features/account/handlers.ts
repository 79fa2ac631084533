import { callBrief } from "~src/domain/assess/brief"
import { searchBook } from "~src/worker/search"

import { knock } from "../../vitally/session"
import { notCached } from "../../outbox/drafts"
import type { PartialHandlers } from "../../kernel/handlers"
import { refreshBehind } from "../../refresh/refresh"
import { accountView } from "./view"

export const accountHandlers = {
  "account.refresh": async ({ accountId }, context) => {
    await knock(context)
    return { started: await refreshBehind(context, accountId, { force: true }) }
  },
  "account.brief": async ({ accountId }, context) => {
    const account = await accountView(context, accountId)
    if (!account) throw notCached()
    return callBrief(account.facts, account.assessment, await context.clock())
  },
  "summary.get": async ({ accountId }, { db }) => (await db.get("summaries", accountId)) ?? null,
  search: async ({ text, limit }, { db, settings }) => {
    const { me } = await settings.get()
    return searchBook(db, text, { owner: me?.adminId, ...(limit !== undefined && { limit }) })
  },
} satisfies PartialHandlers
