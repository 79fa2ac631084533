/** Opening, planning and telling the sync record. */
import type { SyncState } from "~src/messaging/contract"
import type { LensDatabase } from "../cache/database"
import { getMeta, type MetaValues } from "../cache/meta"
import {
  beginning,
  emptySyncRecord,
  type StepName,
  type SyncKind,
  type SyncRecord,
} from "../cache/sync-record"

import { keepMeta } from "../cache/workspace"
import { missingSaid } from "./missing-words"
import { ageMs } from "./rows/age"
import { settleAside, sumOf } from "./rows/rejected-rows"

/** A whole sweep finds deletions; between two, only changes are read. */
const fullPassEveryMs = 24 * 3_600_000

/**
 * Vitally lists tasks by no date and not by whether they are open, so only reading all of them shows that one is missing. But a task
 * deleted there is archived, and archived ones have a list of their own: that a task goes without a trace is rare, and its account's
 * own reading finds it, too. So this half of a whole sweep's requests is spent once a week.
 */
const taskSweepEveryMs = 7 * 24 * 3_600_000

/** Every sixth run looks at organizations or archived tasks instead of tasks: an idle run stays at two requests. */
const rotation: StepName[] = [
  "new-tasks",
  "new-tasks",
  "new-organizations",
  "new-tasks",
  "new-tasks",
  "new-archived-tasks",
]

const small: StepName[] = ["start", "people", "catalogue"]
const changes: StepName[] = ["new-organizations", "new-accounts", "new-tasks"]

/** @param withTasks whether a whole sweep reads every task, or only those that changed or were archived. */
function stepsOf(kind: SyncKind, incrementals: number, withTasks: boolean): StepName[] {
  if (kind === "incremental")
    return ["new-accounts", rotation[incrementals % rotation.length] ?? "new-tasks", "missing", "finish"]
  const sweeps: StepName[] = ["organizations", "accounts", ...(withTasks ? (["tasks"] as const) : [])]
  if (kind === "first") return [...small, ...sweeps, ...changes, "finish"]
  return [...small, ...sweeps, ...changes, "new-archived-tasks", "vanished", "finish"]
}

/** What a run would do now: the first sweep until it ended once, a whole one where due or wanted, else the changes. */
export function kindOfRun(record: SyncRecord, now: number, wantFull: boolean): SyncKind {
  if (record.lastFullAt === undefined) return "first"
  const age = now - Date.parse(record.lastFullAt)
  // A clock set back by years must not stop whole sweeps.
  return wantFull || record.lookAgain !== undefined || age >= fullPassEveryMs || age < -fullPassEveryMs
    ? "full-pass"
    : "incremental"
}

function areTasksDue({ lastTasksAt }: SyncRecord, now: number): boolean {
  return ageMs(lastTasksAt, now) >= taskSweepEveryMs
}

/** @param wantFull everything, as the user asked for: tasks too, whatever their turn. */
export function startRun(record: SyncRecord, kind: SyncKind, now: number, wantFull = false): void {
  const withTasks = kind === "first" || wantFull || record.lookAgain === "tasks" || areTasksDue(record, now)
  if (kind === "incremental") record.incrementals += 1
  else {
    delete record.lookAgain
    record.generation += 1
    record.setAside = {}
  }
  record.run = {
    kind,
    steps: stepsOf(kind, record.incrementals, withTasks),
    at: 0,
    ...beginning(),
    restarts: 0,
    startedAt: new Date(now).toISOString(),
    ratios: { dauOverMau: { values: 0, over: 0 }, mauOverSeats: { values: 0, over: 0 } },
    changed: 0,
  }
}

/** Goes on to the next step. */
export function nextStep(record: SyncRecord): void {
  const { run } = record
  if (!run) return
  settleAside(record, weights[run.steps[run.at] ?? "start"] !== undefined)
  Object.assign(run, { ...beginning(), at: run.at + 1, restarts: 0 })
}

export async function readRecord(db: LensDatabase): Promise<SyncRecord> {
  const stored: unknown = await getMeta(db, "sync")
  if (!isRecord(stored)) return emptySyncRecord()
  return stored.run ? { ...stored, run: { ...beginning(), ...stored.run } } : stored
}

/** What another version left, or what was cut short, is begun anew. */
function isRecord(value: unknown): value is SyncRecord {
  if (typeof value !== "object" || value === null) return false
  const { generation, run, watermarks, totals, setAside } = value as Partial<SyncRecord>
  if (typeof generation !== "number" || !watermarks || !totals || !setAside) return false
  return (
    run === null || (typeof run === "object" && Array.isArray(run.steps) && typeof run.ratios === "object")
  )
}

type Counts = MetaValues["counts"]

/** How the sync stands, in words, for the popup and the options. Reads three small records, however large the cache is. */
export async function syncState(db: LensDatabase, now = Date.now()): Promise<SyncState> {
  const [record, counts, asideOf = {}, missing = {}] = await Promise.all([
    readRecord(db),
    getMeta(db, "counts"),
    getMeta(db, "asideOf"),
    getMeta(db, "missing"),
  ])
  const setAside = sumOf([record.setAside, ...Object.values(asideOf)])
  // No slice has ended yet: the sweep itself says how far it is.
  const rows = counts ?? (record.run ? { accounts: 0, tasks: 0 } : await countRows(db))
  const said = missingSaid(missing, rows, now)
  return { ...stateOf({ ...record, setAside }, rows), ...(said && { missing: said }) }
}

/**
 * Counts the cache, which takes 80 ms at 10,000 accounts, and keeps the numbers where they changed.
 * @throws OtherWorkspaceError where the cache was cleared or is another's by now.
 */
export async function noteCounts(of: Parameters<typeof keepMeta>[0]): Promise<void> {
  const [before, now] = await Promise.all([getMeta(of.db, "counts"), countRows(of.db)])
  if (before?.accounts !== now.accounts || before.tasks !== now.tasks) await keepMeta(of, "counts", now)
}

async function countRows(db: LensDatabase): Promise<Counts> {
  const [accounts, tasks] = await Promise.all([db.count("accounts"), db.count("tasks")])
  return { accounts, tasks }
}

/** Rows that the first sweep has stored since the last count. */
function sweptSoFar({ run, totals }: SyncRecord, feed: "accounts" | "tasks"): number {
  const at = run?.kind === "first" ? run.steps.indexOf(feed) : -1
  if (!run || at < 0 || run.at < at) return 0
  return run.at === at ? run.rows : (totals[feed] ?? 0)
}

export function stateOf(record: SyncRecord, counts: Counts): SyncState {
  const [accounts, tasks] = (["accounts", "tasks"] as const).map((feed) =>
    Math.max(counts[feed], sweptSoFar(record, feed)),
  ) as [number, number]
  const reasons = Object.entries(record.setAside).map(([reason, count]) => ({ reason, count }))
  const { run } = record
  return {
    phase: run?.kind ?? "idle",
    progress: run ? progressOf(record) : null,
    text: run ? textOf(record) : record.lastOkAt === undefined ? "Not synced yet." : restingText(record),
    accounts,
    tasks,
    ...(record.lastFullAt !== undefined && { lastFullAt: record.lastFullAt }),
    ...(record.lastOkAt !== undefined && { lastOkAt: record.lastOkAt }),
    setAside: { count: reasons.reduce((sum, { count }) => sum + count, 0), reasons },
  }
}

/** Parts of a whole sweep, roughly as they take time. */
const weights: Partial<Record<StepName, number>> = { organizations: 3, accounts: 8, tasks: 8 }

function progressOf({ run, totals }: SyncRecord): number | null {
  if (!run || run.kind === "incremental") return null
  const weigh = (names: StepName[]): number => names.reduce((sum, name) => sum + (weights[name] ?? 0), 0)
  const unit = 0.95 / weigh(run.steps)
  const done = 0.01 + unit * weigh(run.steps.slice(0, run.at))
  const step = run.steps[run.at]
  const share = step === undefined ? 0 : unit * (weights[step] ?? 0)
  const total = step === "accounts" || step === "organizations" || step === "tasks" ? totals[step] : undefined
  // Without a total the bar slows down but never stops or goes back.
  const part = total ? Math.min(0.98, run.rows / total) : run.rows / (run.rows + 3000)
  return Math.min(0.99, done + share * part)
}

function textOf({ run, totals }: SyncRecord): string {
  const step = run?.steps[run.at]
  if (!run || run.kind === "incremental") return "Looking for changes."
  const count = (what: string, total: number | undefined): string =>
    total && total >= run.rows
      ? `${number(run.rows)} of about ${number(total)} ${what}`
      : `${number(run.rows)} ${what} so far`
  if (step === "organizations") return count("organizations", totals.organizations)
  if (step === "accounts") return count("accounts", totals.accounts)
  if (step === "tasks") return count("tasks", totals.tasks)
  return step === "start" || step === "people" || step === "catalogue" ? "Starting." : "Finishing."
}

/** A key may lack a right, or a list may fail for good: then it is said what is missing. */
function restingText({ hidden = [] }: SyncRecord): string {
  const names = hidden.filter((feed) => feed !== "archivedTasks")
  return names.length === 0
    ? "Up to date."
    : `Up to date, without ${names.join(" and ")}: Vitally does not list them for this API key.`
}

function number(value: number): string {
  return value.toLocaleString("en-US")
}
