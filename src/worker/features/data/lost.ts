/** The browser deleted what was stored here: unsent writes come back, everything else is read anew, and the user is told. */
import type { WorkerContext } from "../../kernel/context"
import { runJob } from "../../kernel/job"
import { log } from "../../kernel/log"
import { noteLoss } from "../../kernel/loss"
import type { Journal } from "../../outbox/journal"
import { sendSoon } from "../../outbox/service"
import { syncJob } from "../../sync/sync-job"

/** Called where the database was found empty: after installing, too, when there is nothing to say. */
export async function recoverLost(context: WorkerContext, journal: Journal): Promise<void> {
  const { settings } = context
  const kept = await journal.restore()
  if (kept.length === 0 && !(await settings.get()).vitally.connected) return
  await noteLoss(context, kept)
  void log(context, "data.lost", { kept: kept.length })
  context.publish("status", "popup", "book", "outbox", "tab:", "account:")
  await sendSoon(context)
  await runJob(context, syncJob)
}
