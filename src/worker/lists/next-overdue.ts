import type { WorkerContext } from "../kernel/context"

import { syncTimes } from "../kernel/sync-meta"
import { overdueList } from "./overdue"
import { readOutbox } from "./read-lists"
import { scopeOf } from "../kernel/my-owners"
import { countedUntil } from "./source-age"

/** Name of the command in the manifest. */
export const nextOverdueCommand = "next-overdue"
const lastKey = "next-overdue"

/** The overdue customer after the one this command named last, from the top again at the end; null if there is none. */
export async function nextOverdue(context: WorkerContext): Promise<string | null> {
  const { session } = context.platform
  const [clock, settings, { lastOkAt }] = await Promise.all([
    context.clock(),
    context.settings.get(),
    syncTimes(context.db),
  ])
  const { owners } = scopeOf(settings, clock.today)
  const outbox = await readOutbox(context.db)
  const list = await overdueList(context.db, { owners, clock, until: countedUntil(lastOkAt, clock), outbox })
  const last = await session.get(lastKey)
  const at = list.findIndex(({ accountId }) => accountId === last)
  const next = list[(at + 1) % Math.max(1, list.length)]
  if (!next) return null
  await session.set({ [lastKey]: next.accountId })
  return next.accountId
}
