/** An account's tasks as pages show them. */
import type { AccountFacts, TaskFact } from "~src/domain/facts"
import type { OutboxItem, TaskView } from "~src/messaging/contract"
import { parseRichText } from "~src/worker/rich-text"
import { isWrite } from "~src/worker/writes/payloads"
import type { OutboxRow, TaskRow } from "~src/worker/cache/rows"

import { externalIdOf } from "../../writes/ids"
import { toOutboxItem } from "../../writes/outbox-item"

/** Completed tasks stay in sight this long, so that a slip can be put right. */
const keepCompletedMs = 86_400_000

export interface TaskSources {
  facts: Pick<AccountFacts, "id" | "name" | "tasks">
  rows: readonly TaskRow[]
  /** Writes that are refused, on their way, or sent and not read back yet. */
  outbox: readonly OutboxRow[]
  /** The user's admin id. */
  me: string | undefined
  /** Epoch milliseconds. */
  now: number
}

/** Open tasks, those just completed, and those not yet on the server. */
export function taskViews({ facts, rows, outbox, me, now }: TaskSources): TaskView[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const pendingOf = pendingByTask(outbox)
  const known = (facts.tasks ?? [])
    .filter(({ completedAt }) => completedAt === undefined || now - Date.parse(completedAt) < keepCompletedMs)
    .map((task) => viewOf(facts, task, byId.get(task.id), pendingOf.get(task.id)))
  const stored = new Set(rows.map(({ raw }) => raw.externalId))
  const arrived = (row: OutboxRow) => row.state === "sent" && stored.has(externalIdOf(row.id))
  return [...known, ...outbox.filter((row) => !arrived(row)).flatMap((row) => added(row, facts, me))]
}

function viewOf(
  facts: TaskSources["facts"],
  task: TaskFact,
  row: TaskRow | undefined,
  pending: OutboxItem | undefined,
): TaskView {
  const body = bodyOf(row)
  const project = projectOf(row)
  return {
    id: task.id,
    source: task.source === "salesforce" ? "salesforce" : "vitally",
    accountId: facts.id,
    accountName: facts.name,
    name: task.name,
    mine: task.mine ?? false,
    ...(task.dueOn !== undefined && { dueOn: task.dueOn }),
    ...(task.completedAt !== undefined && { completedAt: task.completedAt }),
    ...(task.assignedToName !== undefined && { assignedToName: task.assignedToName }),
    ...(task.category !== undefined && { category: task.category }),
    ...(task.url !== undefined && { url: task.url }),
    ...(project !== undefined && { projectName: project }),
    ...(body.length > 0 && { body }),
    ...(pending && { pending }),
  }
}

/** HTML from outside, as an allow-listed tree. */
function bodyOf(row: TaskRow | undefined): NonNullable<TaskView["body"]> {
  const html = row?.raw.description
  return typeof html === "string" ? parseRichText(html) : []
}

function projectOf(row: TaskRow | undefined): string | undefined {
  const [first] = Array.isArray(row?.raw.projects) ? (row.raw.projects as unknown[]) : []
  const name = (first as { name?: unknown } | undefined)?.name
  return typeof name === "string" && name !== "" ? name : undefined
}

/** The newest write of each task that is not settled well. */
function pendingByTask(outbox: readonly OutboxRow[]): Map<string, OutboxItem> {
  const pending = outbox.filter(({ state, about }) => state !== "sent" && about?.taskId !== undefined)
  return new Map(pending.map((row) => [row.about?.taskId ?? "", toOutboxItem(row)]))
}

/** A task that only the outbox knows. */
function added(row: OutboxRow, facts: TaskSources["facts"], me: string | undefined): TaskView[] {
  if (!isWrite(row, "task.add")) return []
  const { name, dueOn, assignedToId } = row.payload
  return [
    {
      id: row.id,
      source: "vitally",
      accountId: facts.id,
      accountName: facts.name,
      name,
      mine: me !== undefined && assignedToId === me,
      ...(dueOn !== undefined && { dueOn }),
      pending: toOutboxItem(row),
    },
  ]
}
