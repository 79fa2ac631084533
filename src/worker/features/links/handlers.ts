import { faultError } from "~src/messaging/fault"
import type { PageRef } from "~src/hosts/page-ref"

import type { WorkerContext } from "../../kernel/context"
import type { PartialHandlers } from "../../kernel/handlers"

export const linkHandlers = {
  /** The user's word on which account a page is about; undone by `link.remove`. */
  "link.set": async ({ ref, accountId }, context) => {
    if (!(await context.db.get("accounts", accountId))) {
      throw faultError(
        "not-found",
        "This account is not in the cache.",
        "It may have been removed in Vitally.",
        "Search for it again.",
      )
    }
    const at = new Date(context.now()).toISOString()
    await context.db.put("links", { key: ref.key, ref, accountId, how: "hand", at })
    await tellTabs(context, ref)
    return {}
  },
  "link.remove": async ({ ref }, context) => {
    await context.db.delete("links", ref.key)
    await tellTabs(context, ref)
    return {}
  },
  "link.list": async (_request, { db }) => {
    const links = await db.getAll("links")
    return Promise.all(
      links.map(async ({ ref, accountId, at }) => {
        const accountName = (await db.get("accounts", accountId))?.name ?? "Account no longer in Vitally"
        return { ref, accountId, accountName, at }
      }),
    )
  },
} satisfies PartialHandlers

/** Every tab on that page asks again. */
async function tellTabs(context: WorkerContext, ref: PageRef): Promise<void> {
  for (const tab of await context.tabs.all()) {
    if (tab.ref?.key === ref.key) context.publish(`tab:${tab.tabId}`)
  }
}
