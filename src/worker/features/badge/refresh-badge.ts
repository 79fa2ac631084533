/** Works the badge out, compares it with what is shown, and writes only what differs. */
import type { Fault } from "~src/messaging/contract"
import type { Settings } from "~src/messaging/views/settings"
import type { WorkerContext } from "~src/worker/kernel/context"
import { syncTimes } from "../../kernel/sync-meta"

import { overdueCount } from "../../lists/overdue"
import { readBooks, readCare, readOutbox } from "../../lists/read-lists"
import { scopeOf } from "../../kernel/my-owners"
import { countedUntil, isStale } from "../../lists/source-age"
import { dueTasks, popupTasks } from "../../lists/tasks"
import { waitingList } from "../../lists/waiting"
import { currentPolicy } from "../../policy/current"
import { serviceHealth } from "../../kernel/service-health"
import { type Badge, badgeOf, type BadgeFacts } from "./badge-of"

const shownKey = "badge"

/** Shows what is true now; safe to call at any time and as often as one likes. */
export async function refreshBadge(context: WorkerContext): Promise<Badge> {
  const badge = badgeOf(await badgeFacts(context))
  const { action, session } = context.platform
  const [stored, text] = await Promise.all([session.get(shownKey), action.badgeText()])
  const shown = stored as Badge | undefined
  if (shown?.text !== badge.text || shown.color !== badge.color || text !== badge.text) {
    await action.setBadge(badge.text, badge.color)
  }
  if (shown?.title !== badge.title) await action.setTitle(badge.title)
  if (shown?.text !== badge.text || shown.color !== badge.color || shown.title !== badge.title) {
    await session.set({ [shownKey]: badge })
    context.publish("status")
  }
  return badge
}

/** What the button shows now, for `Status`. */
export async function shownBadge({ platform }: WorkerContext): Promise<{ text: string; title: string }> {
  const shown = (await platform.session.get(shownKey)) as Badge | undefined
  return { text: shown?.text ?? "", title: shown?.title ?? "" }
}

async function badgeFacts(context: WorkerContext): Promise<BadgeFacts> {
  const { db } = context
  const [clock, settings, sync] = await Promise.all([context.clock(), context.settings.get(), syncTimes(db)])
  const counts = settings.manager ? "off" : settings.badge.counts
  const { fault } = await serviceHealth(context, "vitally")
  const connection = connectionOf(settings, fault?.code)
  const quiet = { clock, connection, counts, contacts: 0, since: null, tasks: 0, waiting: [] }
  if (connection !== "connected" || counts === "off") return quiet
  const { owners } = scopeOf(settings, clock.today)
  const outbox = await readOutbox(db)
  const until = countedUntil(sync.lastOkAt, clock)
  const { count, since } =
    counts === "tasks" ? { count: 0, since: null } : await overdueCount(db, { owners, clock, until, outbox })
  const tasks =
    counts === "contacts"
      ? 0
      : dueTasks(
          await popupTasks(db, {
            owners,
            me: settings.me?.adminId ?? null,
            clock,
            outbox,
            care: await readCare(db),
          }),
        )
  const waiting = waitingList({
    summaries: await readBooks(db, owners),
    outbox,
    promiseHours: (await currentPolicy(context)).contact.answerWithinHours,
    coverFor: () => ({}),
  }).map(({ name }) => name)
  const staleSince = isStale(sync.lastOkAt, clock.now) ? sync.lastOkAt : undefined
  return { ...quiet, contacts: count, since, tasks, waiting, ...(staleSince !== undefined && { staleSince }) }
}

/** A workspace that was never named was never connected; otherwise its key is gone, or no longer accepted. */
function connectionOf(
  { vitally, me, firstRunDone }: Settings,
  fault: Fault["code"] | undefined,
): BadgeFacts["connection"] {
  if (vitally.connected) return fault === "auth" ? "refused" : "connected"
  return vitally.subdomain !== "" || me !== null || firstRunDone ? "removed" : "never"
}
