/** "Since you last looked": who fell, whose usage fell, who is new, who left; at most five lines. Who waits and what is due have lists of their own. */
import type { AccountSummary, Band } from "~src/domain/assessment"
import type { CalendarDate, Instant } from "~src/domain/facts"
import { colour } from "~src/domain/words"
import type { NewsLine } from "~src/messaging/views/lists"
import type { HistoryRow } from "../cache/rows"

export interface NewsQuestion {
  /** When the popup was last looked at. */
  since: Instant
  /** The customers in the lists. */
  summaries: AccountSummary[]
  /** What was noted after `since`, oldest first. */
  history: HistoryRow[]
  /** Names of customers that have left the lists. */
  nameOf: (accountId: string) => string
}

const shown = 5
/** More new customers than this at once become one line. */
const severalFrom = 3
const height: Record<Band, number> = { poor: 0, concerning: 1, healthy: 2, unknown: -1 }

/** True where a known band fell to a lower known one: data going missing is no drop. */
export function isDrop(from: Band, to: Band): boolean {
  return from !== "unknown" && to !== "unknown" && height[to] < height[from]
}

export function newsOf(question: NewsQuestion): NewsLine[] {
  const mine = new Set(question.summaries.map(({ id }) => id))
  return [...bandDrops(question, mine), ...usageDrops(question, mine), ...arrivals(question, mine)].slice(
    0,
    shown,
  )
}

/** One line a customer: from where it stood to where it stands, whatever happened between. */
function bandDrops({ history, nameOf }: NewsQuestion, mine: Set<string>): NewsLine[] {
  const first = new Map<string, Band>()
  const last = new Map<string, HistoryRow>()
  for (const row of history) {
    if (row.kind !== "health" || !row.from || !row.to || !mine.has(row.accountId)) continue
    if (!first.has(row.accountId)) first.set(row.accountId, row.from.band)
    last.set(row.accountId, row)
  }
  return [...last.values()].flatMap((row) => {
    const from = first.get(row.accountId) ?? "unknown"
    if (!row.to || !isDrop(from, row.to.band)) return []
    const name = nameOf(row.accountId)
    const moved = row.moved?.map(({ label, from, to }) => `${label}: ${from} to ${to}`)[0]
    const text = `${name} fell to ${colour(row.to.band)}${moved ? ` (${moved})` : ""}`
    return [line("band-drop", row.accountId, name, text, row.at)]
  })
}

/** The last fall of a customer. */
function usageDrops({ history, nameOf }: NewsQuestion, mine: Set<string>): NewsLine[] {
  const last = new Map<string, NewsLine>()
  for (const { kind, accountId, fall, at } of history) {
    if (kind !== "usage" || !fall || !mine.has(accountId)) continue
    const name = nameOf(accountId)
    last.set(accountId, line("usage-drop", accountId, name, `${name}: ${fall.text}`, at))
  }
  return [...last.values()]
}

/** "Globex entered its 120-day renewal window." */
export function renewalText(name: string, renewalOn: CalendarDate, enteredOn: CalendarDate): string {
  const days = Math.round((Date.parse(renewalOn) - Date.parse(enteredOn)) / 86_400_000)
  return `${name} entered its ${days}-day renewal window.`
}

function arrivals({ history, nameOf }: NewsQuestion, mine: Set<string>): NewsLine[] {
  const last = new Map<string, HistoryRow>()
  for (const row of history) {
    if (row.kind === "mine" || row.kind === "not-mine") last.set(row.accountId, row)
  }
  const rows = [...last.values()]
  const came = rows.filter(({ kind, accountId }) => kind === "mine" && mine.has(accountId))
  const left = rows.filter(({ kind, accountId }) => kind === "not-mine" && !mine.has(accountId))
  const newest = came.at(-1)
  if (newest && came.length > severalFrom) {
    const text = `${came.length} new customers`
    return [{ ...line("import", "", "", text, newest.at), id: `import:${newest.at}` }]
  }
  return [
    ...came.map(({ accountId, at }) =>
      line(
        "new-account",
        accountId,
        nameOf(accountId),
        `${nameOf(accountId)} is a new customer of yours`,
        at,
      ),
    ),
    ...left.map(({ accountId, at }) =>
      line("left-account", accountId, nameOf(accountId), `${nameOf(accountId)} is no longer yours`, at),
    ),
  ]
}

function line(
  kind: NewsLine["kind"],
  accountId: string,
  accountName: string,
  text: string,
  at: string,
): NewsLine {
  return { id: `${kind}:${accountId}:${at}`, kind, accountId, accountName, text, at }
}
