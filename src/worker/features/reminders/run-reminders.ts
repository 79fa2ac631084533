/** One round of reminders: what is due, not yet told, and allowed to be said now. */
import { digestTime } from "~src/domain/time-of-day"
import type { Settings } from "~src/messaging/views/settings"
import type { WorkerContext } from "~src/worker/kernel/context"
import { syncTimes } from "../../kernel/sync-meta"

import { dueActions } from "../../lists/due-actions"
import { overdueList } from "../../lists/overdue"
import { readBooks, readCare, readHistory, readOutbox } from "../../lists/read-lists"
import { scopeOf } from "../../kernel/my-owners"
import { currentPolicy } from "../../policy/current"
import { countedUntil } from "../../lists/source-age"
import { dueTasks, popupTasks } from "../../lists/tasks"
import { type Alert, alertsOf } from "./alerts"
import { digestKey, digestOf, isDigestDue } from "./digest"
import { isAway, isQuiet, momentOf } from "./quiet-time"
import { readTold, writeTold } from "./sent-reminders"

/** Before every notification's id, with what a click opens. */
export const noticePrefix = "reminder"

/**
 * Tells what is due. Quiet hours put it off to their end, an absence drops it: the popup says it on return.
 * @returns the next moment worth waking for, epoch milliseconds.
 */
export async function runReminders(context: WorkerContext): Promise<number | undefined> {
  const [clock, settings, sync] = await Promise.all([
    context.clock(),
    context.settings.get(),
    syncTimes(context.db),
  ])
  const { reminders } = settings
  const { local, notifications } = context.platform
  const told = await readTold(local)
  // Until the first whole sweep everything looks new.
  if (sync.lastFullAt === undefined || !settings.vitally.connected) return undefined
  if (told.until === undefined || isAway(reminders.absences, clock.today)) {
    await writeTold(local, told, [], clock.today, clock.now)
    return undefined
  }
  if (isQuiet(clock, reminders.quietFrom, reminders.quietTo)) {
    return soonest(context.now(), momentOf(clock.today, reminders.quietTo, clock.timeZone))
  }
  const isTold = (cause: string) => told.keys[cause] !== undefined
  const alerts = await freshAlerts(context, settings, told.until, isTold)
  const digest = await dueDigest(context, settings, isTold)
  // Noted before it is shown: a worker killed in between says nothing rather than the same twice.
  const causes = [...alerts.flatMap((alert) => alert.causes), ...digest.causes]
  await writeTold(local, told, causes, clock.today, clock.now)
  for (const { accountId = "", key, title, message } of [...alerts, ...digest.alerts]) {
    await notifications.show([noticePrefix, accountId, key].join("|"), { title, message })
  }
  return reminders.digest
    ? soonest(context.now(), momentOf(clock.today, digestTime(reminders), clock.timeZone))
    : undefined
}

async function freshAlerts(
  context: WorkerContext,
  settings: Settings,
  since: string,
  isTold: (cause: string) => boolean,
): Promise<Alert[]> {
  const { reminders } = settings
  if (!reminders.bandDrop && !reminders.renewalPhase && !reminders.newAccount) return []
  const clock = await context.clock()
  const { owners } = scopeOf(settings, clock.today)
  const [summaries, history] = await Promise.all([
    readBooks(context.db, owners),
    readHistory(context.db, since),
  ])
  return alertsOf({ reminders, clock, summaries, history, isTold })
}

/** Counted as told also if there was nothing to say, so that it does not come at noon. */
async function dueDigest(
  context: WorkerContext,
  settings: Settings,
  isTold: (cause: string) => boolean,
): Promise<{ alerts: Alert[]; causes: string[] }> {
  const { db } = context
  const clock = await context.clock()
  const key = digestKey(clock)
  const { workingDays } = await currentPolicy(context)
  if (!isDigestDue(settings.reminders, clock, workingDays) || isTold(key)) {
    return { alerts: [], causes: [] }
  }
  const { owners } = scopeOf(settings, clock.today)
  const [summaries, outbox, care, sync] = await Promise.all([
    readBooks(db, owners),
    readOutbox(db),
    readCare(db),
    syncTimes(db),
  ])
  const until = countedUntil(sync.lastOkAt, clock)
  const me = settings.me?.adminId ?? null
  const [overdue, tasks] = await Promise.all([
    overdueList(db, { owners, clock, until, outbox }),
    popupTasks(db, { owners, me, clock, outbox, care }),
  ])
  const digest = digestOf(
    {
      overdue,
      dueTasks: dueTasks(tasks),
      dueActions: dueActions(summaries, care, clock.today).length,
      waiting: summaries.filter(({ waitingSince }) => waitingSince !== undefined).length,
    },
    clock,
  )
  return { alerts: digest ? [digest] : [], causes: [key] }
}

/** Undefined where that moment has passed. */
const soonest = (now: number, moment: number) => (moment > now ? moment : undefined)
