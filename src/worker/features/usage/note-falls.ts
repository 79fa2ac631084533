/** Falls of usage as news: of the user's own customers and those they cover, each once. */
import { fallText, usageFalls } from "~src/domain/usage/usage-notes"

import type { FactsContext } from "../../account-facts"
import { scopeOf } from "../../kernel/my-owners"
import type { WorkerContext } from "../../kernel/context"
import { usageOf } from "../../usage/store"

export async function noteFalls(
  context: WorkerContext,
  { policy, clock }: FactsContext,
  ids: readonly string[],
): Promise<void> {
  const { db } = context
  const owners: ReadonlySet<string> = new Set(scopeOf(await context.settings.get(), clock.today).owners)
  for (const accountId of ids) {
    const owner = (await db.get("summaries", accountId))?.owner
    if (owner === undefined || !owners.has(owner)) continue
    const falls = usageFalls({ usage: await usageOf(db, accountId) }, policy, clock.today)
    if (falls.length === 0) continue
    const told = await db.getAllFromIndex("history", "accountId", accountId)
    for (const fall of falls) {
      const { fact, until } = fall
      if (told.some((row) => row.fall?.fact === fact && row.fall.until >= until)) continue
      const stamp = { accountId, at: clock.now, on: clock.today }
      await db.add("history", {
        ...stamp,
        kind: "usage",
        fall: { fact, until, text: fallText(fall, clock.today) },
      })
    }
  }
}
