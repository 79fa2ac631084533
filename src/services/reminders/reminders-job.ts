import type { WorkerContext } from "~src/services/worker/context"
import type { Job } from "~src/services/worker/job"

import { noticePrefix, runReminders } from "./run-reminders"

/** Looks every quarter of an hour, and at the moment something is due. */
export const remindersJob: Job = {
  name: "reminders",
  everyMinutes: 15,
  run: (context) => runReminders(context),
}

/** What a clicked notification is about; null where it is none of ours. No account: the whole day. */
export function noticeTarget(id: string): { accountId?: string } | null {
  const [prefix, accountId] = id.split("|")
  if (prefix !== noticePrefix) return null
  return accountId ? { accountId } : {}
}

/** Takes a clicked notification off the screen. */
export async function clearNotice({ platform }: WorkerContext, id: string): Promise<void> {
  await platform.notifications.clear(id)
}
