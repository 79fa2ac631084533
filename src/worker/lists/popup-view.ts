/** Everything the popup shows, from the cache alone: no request is made, so it opens offline too. */
import type { Instant } from "~src/domain/facts"
import type { Status } from "~src/messaging/contract"
import type { PopupView } from "~src/messaging/views/lists"
import type { WorkerContext } from "../kernel/context"
import { currentPolicy } from "../policy/current"

import { coverNames } from "./covered-for"
import { dueActions } from "./due-actions"
import { newsOf } from "./news"
import { toOutboxItem } from "../writes/outbox-item"
import { overdueList } from "./overdue"
import { progressOf } from "./progress"
import { readBooks, readCare, readHistory, readOutbox } from "./read-lists"
import { scopeOf } from "../kernel/my-owners"
import { countedUntil } from "./source-age"
import { popupTasks } from "./tasks"
import { waitingList } from "./waiting"

/** A first look goes back this far: the import itself is no news. */
const firstLookMs = 24 * 3_600_000

/** @param status how the services stand; the caller has it already. */
export async function popupView(context: WorkerContext, status: Status): Promise<PopupView> {
  const { db } = context
  const [clock, settings, policy] = await Promise.all([
    context.clock(),
    context.settings.get(),
    currentPolicy(context),
  ])
  const { owners, covering } = scopeOf(settings, clock.today)
  const since = sinceLook(settings.popup.lastSeenAt, context.now())
  const [summaries, outbox, care, history] = await Promise.all([
    readBooks(db, owners),
    readOutbox(db),
    readCare(db),
    readHistory(db, since),
  ])
  const coverFor = coverNames(covering)
  const until = countedUntil(status.sync.lastOkAt, clock)
  const [overdue, tasks] = await Promise.all([
    overdueList(db, { owners, clock, until, outbox, coverFor }),
    popupTasks(db, { owners, me: settings.me?.adminId ?? null, clock, outbox, care, coverFor }),
  ])
  const waiting = waitingList({ summaries, outbox, promiseHours: policy.contact.answerWithinHours, coverFor })
  const actions = dueActions(summaries, care, clock.today, coverFor)
  const day = { tasks, waiting, overdue, dueActions: actions }
  const names = new Map(summaries.map(({ id, name }) => [id, name]))
  for (const { accountId } of history) {
    if (!names.has(accountId))
      names.set(accountId, (await db.get("summaries", accountId))?.name ?? "A customer")
  }
  const nameOf = (id: string) => names.get(id) ?? "A customer"
  return {
    today: clock.today,
    status,
    settings: { popup: settings.popup, appearance: settings.appearance, keys: settings.panel.keys },
    news: newsOf({ since, summaries, history, nameOf }),
    ...day,
    customers: summaries.length,
    ...progressOf(day, { summaries, outbox, care, clock }),
    outbox: outbox.filter(({ state }) => state !== "sent").map(toOutboxItem),
    covering,
  }
}

function sinceLook(lastSeenAt: string, now: number): Instant {
  return Number.isNaN(Date.parse(lastSeenAt)) ? new Date(now - firstLookMs).toISOString() : lastSeenAt
}
