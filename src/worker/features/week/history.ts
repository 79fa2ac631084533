/** What was noted of a book over some days: changes of health, who came and left, and how each TA's average went. */
import { isChurned } from "~src/domain/book/entry"
import { addDays } from "~src/domain/calendar"
import { weeklyAverages } from "~src/domain/week/score-trend"
import type { BookRow } from "~src/messaging/views/lists"
import type { Move, WeekHistory } from "~src/messaging/views/team"

import type { HistoryRow } from "../../cache/rows"
import type { WorkerContext } from "../../kernel/context"
import { bookRows, type Who } from "../../lists/book-rows"
import { readHistory } from "../../lists/read-lists"

const trendWeeks = 13

export async function weekHistory(
  context: WorkerContext,
  { who, days }: { who: Who; days: number },
): Promise<WeekHistory> {
  const { today } = await context.clock()
  const since = addDays(today, -days)
  const start = addDays(today, -Math.max(days, 7 * trendWeeks))
  const [rows, noted, first] = await Promise.all([
    bookRows(context, who),
    readHistory(context.db, `${start}T00:00:00.000Z`),
    firstNoted(context),
  ])
  const byId = new Map(rows.map((row) => [row.id, row]))
  const own = noted.filter(({ accountId }) => byId.has(accountId))
  return {
    today,
    knownSince: first,
    changes: own
      .flatMap(({ accountId, kind, at, on, from, to, moved = [] }) => {
        const row = byId.get(accountId)
        if (kind !== "health" || !from || !to || !row || on < since) return []
        const { name, owner, ownerName } = row
        return [
          { accountId, name, at, from, to, moved, ...(owner && { owner }), ...(ownerName && { ownerName }) },
        ]
      })
      .reverse(),
    moves: await movesOf(context, noted, rows, { since, today }),
    trends: trendsOf(rows, own, today, first),
  }
}

/** The oldest row of all: before it nothing was watched. */
async function firstNoted({ db }: WorkerContext): Promise<string | null> {
  const cursor = await db.transaction("history").store.index("at").openCursor()
  return cursor?.value.on ?? null
}

async function movesOf(
  { db }: WorkerContext,
  noted: HistoryRow[],
  rows: BookRow[],
  { since, today }: { since: string; today: string },
): Promise<Move[]> {
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  const moves: Move[] = []
  for (const { accountId, kind, on } of noted) {
    if (on < since || (kind !== "mine" && kind !== "not-mine")) continue
    const name = names.get(accountId) ?? (await db.get("summaries", accountId))?.name
    if (name !== undefined) moves.push({ accountId, name, on, kind: kind === "mine" ? "came" : "left" })
  }
  const churned = rows.flatMap(({ id, name, churnedOn }): Move[] =>
    churnedOn !== undefined && churnedOn >= since && churnedOn <= today
      ? [{ accountId: id, name, on: churnedOn, kind: "churned" }]
      : [],
  )
  return [...moves, ...churned].sort((a, b) => b.on.localeCompare(a.on))
}

function trendsOf(rows: BookRow[], noted: HistoryRow[], today: string, knownSince: string | null) {
  const owners = new Map<string, BookRow[]>()
  for (const row of rows) {
    if (isChurned(row, today) || row.owner === undefined) continue
    const list = owners.get(row.owner)
    if (list) list.push(row)
    else owners.set(row.owner, [row])
  }
  const changes = noted.flatMap(({ kind, accountId, on, from }) =>
    kind === "health" && from ? [{ accountId, on, from }] : [],
  )
  return [...owners].map(([owner, list]) => {
    const scores = new Map(list.map(({ id, score }) => [id, score]))
    const own = changes.filter(({ accountId }) => scores.has(accountId))
    const weeks = weeklyAverages(scores, own, { today, knownSince, weeks: trendWeeks })
    return { owner, name: list[0]?.ownerName ?? owner, weeks }
  })
}
