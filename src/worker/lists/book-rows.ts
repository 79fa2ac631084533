/** A book's rows as they stand today, kept in memory while this worker lives: scrolling and filtering read no store again. */
import type { Trend } from "~src/domain/book/entry"
import { addDays } from "~src/domain/calendar"
import type { Clock } from "~src/domain/facts"
import type { BookRow } from "~src/messaging/views/lists"

import type { HistoryRow } from "../cache/rows"
import { adminNames } from "../kernel/admins"
import type { WorkerContext } from "../kernel/context"
import { scopeOf } from "../kernel/my-owners"
import { rowOf } from "./book"
import { loggedTouches } from "./logged-touches"
import { readBooks, readHistory, readOutbox } from "./read-lists"

const remembered = "book-rows"
/** How many books are kept at once: one's own and one more. */
const keptBooks = 2
/** A change longer ago than this is no trend. */
const trendDays = 90

export type Who = "mine" | "all" | (string & {})

/** @param who whose book: the user's own with those they cover, everybody's, or that of one admin id. */
export async function bookRows(context: WorkerContext, who: Who): Promise<BookRow[]> {
  const { today } = await context.clock()
  const books = await context.memory.remember(remembered, () =>
    Promise.resolve(new Map<string, Promise<BookRow[]>>()),
  )
  const key = `${today} ${who}`
  const known = books.get(key)
  if (known) return known
  const made = readRows(context, who)
  for (const old of [...books.keys()].slice(0, Math.max(0, books.size + 1 - keptBooks))) books.delete(old)
  books.set(key, made)
  made.catch(() => books.delete(key))
  return made
}

/** What pages are told to ask again is refreshed. */
export function watchBook(context: WorkerContext): void {
  context.onPublished((topics) => {
    if (topics.some((topic) => topic !== "status")) context.memory.forget(remembered)
  })
}

async function readRows(context: WorkerContext, who: Who): Promise<BookRow[]> {
  const { db } = context
  const [clock, settings, names, outbox] = await Promise.all([
    context.clock(),
    context.settings.get(),
    adminNames(context),
    readOutbox(db),
  ])
  const owners = who === "mine" ? scopeOf(settings, clock.today).owners : [who]
  const [summaries, trends] = await Promise.all([
    who === "all" ? db.getAll("summaries") : readBooks(db, owners),
    trendsOf(context, clock),
  ])
  const touched = loggedTouches(outbox, clock)
  return summaries.map((summary) => {
    const row = rowOf(summary, clock.today, touched.get(summary.id), names)
    const trend = trends.get(summary.id)
    return trend ? { ...row, trend } : row
  })
}

async function trendsOf({ db }: WorkerContext, { today }: Clock): Promise<Map<string, Trend>> {
  const since = `${addDays(today, -trendDays)}T00:00:00.000Z`
  const trends = new Map<string, Trend>()
  for (const row of await readHistory(db, since)) {
    const trend = trendOf(row)
    if (trend) trends.set(row.accountId, trend)
  }
  return trends
}

const height = { poor: 0, concerning: 1, healthy: 2, unknown: undefined } as const

/** Undefined if nothing can be compared: data that came or went is no change of health. */
function trendOf({ kind, on, from, to }: HistoryRow): Trend | undefined {
  if (kind !== "health" || !from || !to) return undefined
  const [before, after] = [height[from.band], height[to.band]]
  if (before === undefined || after === undefined) return undefined
  const change = after - before || (to.score ?? 0) - (from.score ?? 0)
  return change === 0 ? undefined : { on, from, direction: change > 0 ? "up" : "down" }
}
