/**
 * One run of the look for the whole book: a task in Looker, waited for, then its rows, stored by parts. Where it stands is stored, so
 * that a worker that dies goes on with the same task.
 */
import { guessColumns, missingIn, type ColumnMap } from "~src/domain/usage/columns"
import { readUsageRow, type UsageRow } from "~src/domain/usage/read-row"

import type { LensDatabase } from "../cache/database"
import type { WorkerContext } from "../kernel/context"
import { currentEpoch } from "../kernel/epoch"
import { accountFinder } from "../usage/match-rows"
import { noteImport } from "../usage/store"
import { takeRows } from "../usage/take-rows"
import { askLooker } from "./ask"
import { LookerError } from "./errors"
import { lookerSource, type LookerSource } from "./source"

/** The import that all of Looker's values belong to: each run says them anew. */
const lookerImport = "looker"
const runKey = "looker.run"

interface Run {
  source: string
  taskId: string
  /** Epoch milliseconds. */
  startedAt: number
  /** Rows stored. */
  done: number
  stored: number
  unmatched: Record<string, number>
}

export interface RunOutcome {
  rows: number
  unmatched: Record<string, number>
  /** The answer ends where a row limit does: older weeks or further customers may be missing. */
  maybeCut: boolean
}

/** Text: a number makes some of its versions drop the connection. */
const mostRows = "200000"
const rowsAtOnce = 4_000
/** A task that runs longer was lost. */
const lostAfterMs = 15 * 60_000
const pollMs = 2_000

/**
 * Goes on until `deadline`, epoch milliseconds.
 * @returns null where it is not over yet: call again.
 * @throws LookerError; the run is then given up.
 */
export async function runLooker(
  context: WorkerContext,
  source: string,
  columns: ColumnMap,
  deadline: number,
): Promise<RunOutcome | null> {
  const { db } = context
  const isCurrent = currentEpoch(context, "looker")
  try {
    const run = await begunRun(context, source)
    while (!(await isReady(context, run))) {
      if (context.now() - run.startedAt > lostAfterMs) throw new LookerError("timeout")
      if (context.now() + pollMs >= deadline) return null
      await context.wait(pollMs)
    }
    const answer = await askTask(context, `${run.taskId}/results`)
    if (answer === null) return null
    const rows = rowsOf(answer)
    const map = columnsOf(rows, columns)
    const outcome = await storeRows(context, run, { rows, map, deadline, isCurrent })
    if (outcome) await db.delete("meta", runKey)
    return outcome
  } catch (error) {
    await db.delete("meta", runKey)
    throw error
  }
}

const readRun = async (db: LensDatabase) => (await db.get("meta", runKey))?.value as Run | undefined

async function begunRun(context: WorkerContext, source: string): Promise<Run> {
  const known = await readRun(context.db)
  if (known?.source === source) return known
  const named = lookerSource(source)
  if (!named) throw new LookerError("gone")
  const task = await askLooker(context, "query_tasks", {
    method: "POST",
    query: { limit: mostRows, apply_formatting: "false", apply_vis: "false", cache: "true" },
    body: { query_id: await queryIdOf(context, named), result_format: "json" },
  })
  const run = {
    source,
    taskId: idIn(task, "id"),
    startedAt: context.now(),
    done: 0,
    stored: 0,
    unmatched: {},
  }
  await context.db.put("meta", { key: runKey, value: run })
  return run
}

async function queryIdOf(context: WorkerContext, source: LookerSource): Promise<string> {
  if ("look" in source)
    return idIn(
      await askLooker(context, `looks/${source.look}`, { query: { fields: "query_id" } }),
      "query_id",
    )
  return idIn(await askLooker(context, `queries/slug/${source.slug}`, { query: { fields: "id" } }), "id")
}

/** Ids are numbers in some versions, text in others. */
function idIn(body: unknown, name: string): string {
  const value = (body as Record<string, unknown> | null)?.[name]
  if ((typeof value === "string" && value !== "") || typeof value === "number")
    return encodeURIComponent(value)
  throw new LookerError("malformed")
}

/** A task that Looker no longer knows was lost with a restart of it: the look may well be there. */
async function askTask(context: WorkerContext, path: string): Promise<unknown> {
  try {
    return await askLooker(context, `query_tasks/${path}`)
  } catch (error) {
    throw error instanceof LookerError && error.trouble === "gone" ? new LookerError("timeout") : error
  }
}

async function isReady(context: WorkerContext, { taskId }: Run): Promise<boolean> {
  const task = await askTask(context, taskId)
  const { status } = (task ?? {}) as { status?: unknown }
  // Ended by an administrator or by age: the next run begins anew.
  if (status === "killed" || status === "expired") throw new LookerError("timeout")
  return status === "complete" || status === "error"
}

/** @throws LookerError; a query that failed comes as a row that says so. */
function rowsOf(answer: unknown): Record<string, unknown>[] {
  if (!Array.isArray(answer)) {
    const { message } = answer as { message?: unknown }
    throw new LookerError(typeof message === "string" ? "query" : "malformed", textOf(message))
  }
  const rows = answer.filter((row): row is Record<string, unknown> => typeof row === "object" && row !== null)
  const failed = rows[0]?.["looker_error"]
  if (failed !== undefined) throw new LookerError("query", textOf(failed))
  return rows
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "")

/** Of the first rows: a column that is empty in one of them is left out there by some versions. */
function columnsOf(rows: readonly Record<string, unknown>[], known: ColumnMap): ColumnMap {
  const headings = [...new Set(rows.slice(0, 100).flatMap((row) => Object.keys(row)))]
  const map = guessColumns(headings, known)
  if (rows.length > 0 && missingIn(map).length > 0) throw new LookerError("columns", headings.join(", "))
  return map
}

interface Storing {
  rows: readonly Record<string, unknown>[]
  map: ColumnMap
  deadline: number
  isCurrent: () => boolean
}

async function storeRows(
  context: WorkerContext,
  run: Run,
  { rows, map, deadline, isCurrent }: Storing,
): Promise<RunOutcome | null> {
  const { db } = context
  // By customer: one sorted by week would touch each customer once a week of it.
  const good = rows
    .flatMap((raw): UsageRow[] => {
      const read = readUsageRow(raw, map)
      return "row" in read ? [read.row] : []
    })
    .sort((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : 0))
  const made = { id: lookerImport, name: "Looker", system: "looker" as const, columns: map }
  if (run.done === 0)
    await noteImport(db, { ...made, at: new Date(context.now()).toISOString(), rows: 0, customers: 0 })
  const find = await accountFinder(db)
  let at = run
  while (at.done < good.length) {
    if (!isCurrent()) throw new LookerError("signed-out")
    if (context.now() >= deadline) return null
    const part = good.slice(at.done, at.done + rowsAtOnce)
    const taken = await takeRows(context, made, part, find)
    at = {
      ...at,
      done: at.done + part.length,
      stored: at.stored + taken.stored,
      unmatched: { ...at.unmatched, ...taken.unmatched },
    }
    await db.put("meta", { key: runKey, value: at })
    context.publish("usage", ...taken.customers.map((id) => `account:${id}`))
  }
  const maybeCut = rows.length > 0 && rows.length % 500 === 0
  return { rows: at.stored, unmatched: firstNames(at.unmatched), maybeCut }
}

/** The list of names that match nobody is read by a person. */
function firstNames(unmatched: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(unmatched).slice(0, 50))
}
