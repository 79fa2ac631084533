/** The day's tasks: everything open that is due, and what was done today. */
import type { AccountSummary } from "~src/domain/assessment"
import { addDays, dayOf, daysBetween, startOfDay } from "~src/domain/calendar"
import type { CalendarDate, Clock } from "~src/domain/facts"
import type { PopupTask } from "~src/messaging/views/lists"
import type { LensDatabase } from "../cache/database"
import type { CareRow, OutboxRow, TaskRow } from "../cache/rows"

import { isNews } from "../writes/still-pending"
import { toOutboxItem } from "../writes/outbox-item"
import { urgencyFor } from "./standing"

/** The week that the popup can also show: so many days after today. */
const weekDays = 7

export interface TaskQuestion {
  /** Vitally admin ids whose tasks are shown: the user and whom they cover. */
  owners: string[]
  /** The user among them; null if nobody said who they are. */
  me: string | null
  clock: Clock
  outbox: OutboxRow[]
  care: CareRow[]
  coverFor?: (owner: string | undefined) => { coverFor?: string }
}

/** Overdue, today, the next seven days, without a date, and done today; each with its customer's standing. Oldest due first. */
export async function popupTasks(db: LensDatabase, question: TaskQuestion): Promise<PopupTask[]> {
  const rows = await readTasks(db, question)
  const tasks = rows.map((row) => taskOf(row, question)).filter((task) => task !== null)
  const added = question.outbox.flatMap((row) => addedTask(row, question) ?? [])
  const all = [...tasks, ...added].filter((task) => !isSnoozed(task, question.clock.today))
  const standing = await summariesOf(db, all)
  return all.map((task) => withStanding(task, standing.get(task.accountId), question)).sort(byDue)
}

async function readTasks(db: LensDatabase, { owners, clock, outbox }: TaskQuestion): Promise<TaskRow[]> {
  const { store } = db.transaction("tasks")
  // Services write moments with any offset: a day either side is read, the exact day is tested on the row.
  const since = startOfDay(addDays(clock.today, -1), clock.timeZone)
  const reads = [
    // Of Salesforce only the signed-in user's own tasks are stored, without an assignee.
    store.getAll(IDBKeyRange.bound("salesforce:", "salesforce:~")),
    ...owners.flatMap((id) => [
      store.index("mine").getAll(IDBKeyRange.only([id, 1])),
      store.index("done").getAll(IDBKeyRange.bound([id, since], [id, "~"])),
    ]),
  ]
  const touched = outbox.flatMap(({ about }) =>
    about?.taskId === undefined ? [] : [store.get(about.taskId)],
  )
  const [lists, single] = await Promise.all([Promise.all(reads), Promise.all(touched)])
  const mine = single.filter((row) => row !== undefined && owners.includes(row.assignedToId ?? ""))
  const byId = new Map([...lists.flat(), ...mine].flatMap((row) => (row ? [[row.id, row]] : [])))
  return [...byId.values()]
}

function taskOf(row: TaskRow, { me, clock, outbox, care }: TaskQuestion): PopupTask | null {
  const changes = outbox.filter((write) => taskIdOf(write) === row.id)
  const pending = changes.findLast(({ state }) => state !== "sent")
  const completedAt = completion(row, changes)
  const bucket = bucketOf(row.dueOn, completedAt, clock)
  if (bucket === null) return null
  const snoozedUntil = care.find(({ id }) => id === `task:${row.id}`)?.snoozedUntil
  return {
    id: row.id,
    source: row.source,
    accountId: row.accountId,
    accountName: "",
    name: row.name,
    ...(row.dueOn !== undefined && { dueOn: row.dueOn }),
    ...(completedAt !== undefined && { completedAt }),
    mine: row.source === "salesforce" || row.assignedToId === me,
    ...(pending && { pending: toOutboxItem(pending) }),
    ...(snoozedUntil !== undefined && { snoozedUntil }),
    bucket,
    ...unknownStanding,
  }
}

/** The newest change made here wins over what the service last said, unless refused or since read again. */
function completion(row: TaskRow, changes: OutboxRow[]): string | undefined {
  const change = changes.findLast((write) => isNews(write, row.readAt))
  if (change?.kind === "task.complete") return new Date(change.createdAt).toISOString()
  if (change?.kind === "task.reopen") return undefined
  return row.completedAt
}

/** The task that a completion or a reopening is about. */
function taskIdOf({ kind, about, payload }: OutboxRow): string | undefined {
  if (kind !== "task.complete" && kind !== "task.reopen") return undefined
  return about?.taskId ?? (typeof payload.taskId === "string" ? payload.taskId : undefined)
}

function addedTask(row: OutboxRow, { clock }: TaskQuestion): PopupTask | null {
  if (row.kind !== "task.add" || row.state === "sent") return null
  const { name, dueOn } = row.payload
  const due = typeof dueOn === "string" ? dueOn : undefined
  const bucket = bucketOf(due, undefined, clock)
  if (bucket === null || typeof name !== "string") return null
  return {
    id: row.id,
    source: row.target,
    accountId: row.accountId,
    accountName: row.accountName,
    name,
    ...(due !== undefined && { dueOn: due }),
    mine: true,
    pending: toOutboxItem(row),
    bucket,
    ...unknownStanding,
  }
}

const unknownStanding = {
  tier: null,
  band: "unknown",
  daysSinceContact: null,
  urgency: { score: 0, reasons: [] },
} as const

/** Null: neither due within the week, nor undated, nor done today. */
function bucketOf(
  dueOn: CalendarDate | undefined,
  completedAt: string | undefined,
  { today, timeZone }: Clock,
): PopupTask["bucket"] | null {
  if (completedAt !== undefined) return dayOf(completedAt, timeZone) === today ? "done" : null
  if (dueOn === undefined) return "undated"
  if (dueOn < today) return "overdue"
  if (dueOn === today) return "today"
  return dueOn <= addDays(today, weekDays) ? "week" : null
}

const isSnoozed = (task: PopupTask, today: CalendarDate) =>
  task.bucket !== "done" && (task.snoozedUntil ?? "") > today

async function summariesOf(db: LensDatabase, tasks: PopupTask[]): Promise<Map<string, AccountSummary>> {
  const { store } = db.transaction("summaries")
  const ids = [...new Set(tasks.map(({ accountId }) => accountId))]
  const rows = await Promise.all(ids.map((id) => store.get(id)))
  return new Map(rows.flatMap((row) => (row ? [[row.id, row]] : [])))
}

function withStanding(
  task: PopupTask,
  summary: AccountSummary | undefined,
  { clock: { today }, coverFor }: TaskQuestion,
): PopupTask {
  const urgency = urgencyFor(summary, task.dueOn, today)
  if (!summary) return { ...task, urgency }
  const { name, tier, band, lastContactOn } = summary
  const daysSinceContact = lastContactOn === undefined ? null : daysBetween(lastContactOn, today)
  return { ...task, accountName: name, tier, band, daysSinceContact, urgency, ...coverFor?.(summary.owner) }
}

function byDue(a: PopupTask, b: PopupTask): number {
  return (
    (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") ||
    a.accountName.localeCompare(b.accountName) ||
    a.name.localeCompare(b.name)
  )
}

/** How many open tasks are overdue or due today: the badge's other number. */
export function dueTasks(tasks: PopupTask[]): number {
  return tasks.filter(({ bucket }) => bucket === "overdue" || bucket === "today").length
}
