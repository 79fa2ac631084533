/** One slice of work: reads on from where the last one stopped, at most 20 s. */
import { isVitally, VitallyError } from "../vitally/api"
import type { Instant } from "~src/domain/facts"
import type { Fault, SyncState } from "~src/messaging/contract"
import type { LensDatabase } from "../cache/database"
import { isDiskFull } from "../cache/quota"
import type { Feed, StepName, SyncRecord } from "../cache/sync-record"
import { ensureWorkspace, keepMeta, OtherWorkspaceError } from "../cache/workspace"

import type { SyncDeps } from "../account-facts/sync-deps"
import { factsContext } from "../account-facts/facts-context"
import { faultOf } from "./sync-fault"
import { refreshOwnBook } from "./own-book"
import { restartsAtMost } from "./rows/pages"
import { kindOfRun, nextStep, noteCounts, readRecord, startRun, syncState } from "./record"
import { askedToResummarise, resummariseAll } from "./rows/resummarise"
import type { Slice } from "./rows/slice"
import { newAccounts, newArchivedTasks, newOrganizations, newTasks } from "./steps/changes"
import { finish } from "./steps/finish"
import { catalogue, people, start } from "./steps/start"
import type { Step } from "./steps/step"
import { sweepAccounts, sweepOrganizations, sweepTasks } from "./steps/sweep"
import { missing, vanished } from "./steps/vanished"

const sliceLimitMs = 20_000
/** A refused page must not be asked for again at once. */
const afterFailureMs = 60_000
/** Each is an answer that every open page asks for, beside the writing. */
const progressEveryMs = 1_000

export interface SliceOptions {
  /** Length of the slice, at most 20 s. */
  deadlineMs?: number
  /** Sweep everything now, as the user asked for. */
  full?: boolean
  signal?: AbortSignal
}

export interface SliceResult {
  /** False where another slice was running: nothing was done. */
  ran: boolean
  /** There is more to do: run the next slice after `waitMs`. */
  more: boolean
  waitMs: number
  /** What stopped it; auth and forbidden need the user. */
  fault?: Fault
  state: SyncState
  /** Accounts whose data changed. */
  changed: string[]
}

const steps: Record<StepName, Step> = {
  start,
  people,
  catalogue,
  organizations: sweepOrganizations,
  accounts: sweepAccounts,
  tasks: sweepTasks,
  "new-accounts": newAccounts,
  "new-organizations": newOrganizations,
  "new-tasks": newTasks,
  "new-archived-tasks": newArchivedTasks,
  vanished,
  missing,
  finish,
}

/**
 * Goes on with the run under way, or begins the one that is due: the first sweep, a whole one each day, else the changes; then the
 * detail of the user's own book. Everything it did is stored when it returns, or at whatever line it is killed.
 * Never throws for what Vitally or the network does; see `fault`.
 */
export async function runSyncSlice(deps: SyncDeps, options: SliceOptions = {}): Promise<SliceResult> {
  const outcome = await deps.lock("sync", () => slice(deps, options))
  if (outcome.ran) return outcome.value
  return { ran: false, more: false, waitMs: 0, state: await syncState(deps.db, deps.now()), changed: [] }
}

async function slice(deps: SyncDeps, options: SliceOptions): Promise<SliceResult> {
  const { db } = deps
  const deadlineAt = deps.now() + Math.min(options.deadlineMs ?? sliceLimitMs, sliceLimitMs)
  await ensureWorkspace(db, deps.workspace, deps.isCurrent)
  const record = await readRecord(db)
  // What another version began may have steps of its own, and has moved the watermarks already.
  const isForeign = record.run?.steps.some((name) => !(name in steps)) === true
  const full = options.full === true || isForeign
  // A daily pass under way may leave the tasks out.
  if (isForeign || (full && !record.run?.steps.includes("tasks"))) record.run = null
  if (!record.run) {
    startRun(record, kindOfRun(record, deps.now(), full), deps.now(), full)
  }
  let toldAt = 0
  const work: Slice = {
    deps,
    record,
    asked: await askedToResummarise(db),
    facts: await factsContext(deps),
    organizations: organizationsOf(deps.db, record.run?.startedAt),
    call: { priority: "background", deadlineAt, ...(options.signal && { signal: options.signal }) },
    isOver: () => deps.now() >= deadlineAt || options.signal?.aborted === true,
    onProgress: () => {
      if (deps.now() - toldAt < progressEveryMs) return
      toldAt = deps.now()
      deps.publish(["status"])
    },
    changed: new Set(),
  }
  let fault: Fault | undefined
  let waitMs = 0
  try {
    await keepMeta(deps, "sync", record)
    // First, so that what is read now is compared with summaries that were made as it is; and it needs no service.
    const unfinished =
      !(await derived(work)) ||
      !(await runSteps(work)) ||
      !(await derived(work)) ||
      !(await refreshOwnBook(work))
    return await result(work, { more: unfinished, waitMs: 0 })
  } catch (error) {
    if (options.signal?.aborted) throw error
    // Another workspace was connected, or the cache cleared, while this one was read: the next slice begins anew.
    if (error instanceof OtherWorkspaceError) return await result(work, { more: true, waitMs: 0 })
    if (error instanceof VitallyError)
      waitMs = error.retryAfterMs ?? (error.kind === "rate" ? 5000 : afterFailureMs)
    else if (isDiskFull(error)) waitMs = afterFailureMs * 10
    else throw error
    fault = faultOf(error)
  }
  const stuck = fault.code === "auth" || fault.code === "forbidden"
  return await result(work, { more: !stuck, waitMs, fault })
}

/** Of the sweep under way, from one slice to the next: lost with the worker, and then read back one by one. */
const swept = new WeakMap<LensDatabase, { run: Instant | undefined; rows: Slice["organizations"] }>()

function organizationsOf(db: LensDatabase, run: Instant | undefined): Slice["organizations"] {
  const known = swept.get(db)
  if (known && known.run === run) return known.rows
  const rows: Slice["organizations"] = new Map()
  swept.set(db, { run, rows })
  return rows
}

/** @returns false where the time was over first. */
async function runSteps(work: Slice): Promise<boolean> {
  const { record, deps } = work
  while (record.run) {
    const name = record.run.steps[record.run.at]
    if (name !== undefined) {
      if ((await step(name, work)) === "time") return false
      nextStep(record)
    }
    if (record.run.at >= record.run.steps.length) {
      const { kind } = record.run
      endRun(record, deps.now())
      // After a sweep the own book is read, for minutes: a browser closed meanwhile must not leave the old counts.
      if (kind !== "incremental") await noteCounts(deps)
    }
    await keepMeta(deps, "sync", record)
    if (work.isOver()) break
  }
  return record.run === null
}

/** What is read besides the accounts, which are worth reading without it; null: several short lists. */
const optional: Partial<Record<StepName, Feed | null>> = {
  people: null,
  catalogue: null,
  organizations: "organizations",
  tasks: "tasks",
  "new-organizations": "organizations",
  "new-tasks": "tasks",
  "new-archived-tasks": "archivedTasks",
}

/** One step; a list that Vitally does not give is noted and passed over, one that it fails at after some tries. */
async function step(name: StepName, work: Slice): Promise<"done" | "time"> {
  const { record, deps } = work
  const feed = optional[name]
  try {
    const outcome = await steps[name](work)
    if (record.hidden) record.hidden = record.hidden.filter((hidden) => hidden !== feed)
    return outcome
  } catch (error) {
    if (feed === undefined || !record.run) throw error
    if (isVitally(error, "server", "malformed")) {
      record.run.restarts += 1
      await keepMeta(deps, "sync", record)
      const isKnown = feed !== null && record.hidden?.includes(feed)
      if (!isKnown && record.run.restarts <= restartsAtMost) throw error
      // Where Vitally gives nothing at all, this list is no worse than the others: it is waited for.
      await deps.client.accounts({ limit: 1 }, work.call)
    } else if (!isVitally(error, "forbidden", "not-found", "refused")) throw error
    if (feed === null) return "done"
    record.hidden = [...new Set([...(record.hidden ?? []), feed])]
    // Not all of it was read: once it is given again, everything in it counts as new.
    if (name === feed) Reflect.deleteProperty(record.watermarks, feed)
    return "done"
  }
}

function endRun(record: SyncRecord, now: number): void {
  const at = new Date(now).toISOString()
  if (record.run?.kind !== "incremental") record.lastFullAt = at
  if (record.run?.steps.includes("tasks")) record.lastTasksAt = at
  record.lastOkAt = at
  record.run = null
}

/** Summaries asked for anew. @returns false where the time was over first, or where it is the next slice's to make them. */
async function derived(work: Slice): Promise<boolean> {
  const { deps } = work
  const asked = await askedToResummarise(deps.db)
  if (asked === undefined) return true
  if (asked !== work.asked) return false
  work.facts = await factsContext(deps)
  const done = await resummariseAll(
    { db: deps.db, facts: work.facts, role: deps.me?.role ?? "", history: false },
    asked,
    work.isOver,
  )
  deps.publish(["book", "popup"])
  return done
}

async function result(
  work: Slice,
  rest: Pick<SliceResult, "more" | "waitMs" | "fault">,
): Promise<SliceResult> {
  const { deps, changed } = work
  const ids = [...changed]
  // On a full disk the old numbers stand; those of a cache that was cleared meanwhile are not ours to keep.
  await noteCounts(deps).catch((error: unknown) => {
    if (!isDiskFull(error) && !(error instanceof OtherWorkspaceError)) throw error
  })
  // So many at once are a sweep: pages ask again by their lists.
  const accounts = ids.length <= 100 ? ids.map((id) => `account:${id}`) : []
  deps.publish(["status", ...(ids.length > 0 ? ["popup", "book"] : []), ...accounts])
  return { ran: true, ...rest, state: await syncState(deps.db, deps.now()), changed: ids }
}
