/** "Since you last looked": at most five lines, what matters most first. */
import type { AccountSummary, Band } from "~src/domain/assessment"
import { dayOf, hoursBetween } from "~src/domain/calendar"
import { wroteText } from "~src/domain/contact/waiting-text"
import type { CalendarDate, Clock, Instant } from "~src/domain/facts"
import type { NewsLine } from "~src/messaging/views/lists"
import type { HistoryRow } from "../cache/rows"

export interface NewsQuestion {
  /** When the popup was last looked at. */
  since: Instant
  clock: Clock
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
/** The shared inbox answers within so many elapsed hours (section 4). */
const promiseHours = 48

const words: Record<Band, string> = {
  healthy: "Healthy",
  concerning: "Concerning",
  poor: "Poor",
  unknown: "no data",
}
const height: Record<Band, number> = { poor: 0, concerning: 1, healthy: 2, unknown: -1 }

/** True where a known band fell to a lower known one: data going missing is no drop. */
export function isDrop(from: Band, to: Band): boolean {
  return from !== "unknown" && to !== "unknown" && height[to] < height[from]
}

export function newsOf(question: NewsQuestion): NewsLine[] {
  const mine = new Set(question.summaries.map(({ id }) => id))
  return [
    ...waiting(question),
    ...bandDrops(question, mine),
    ...renewals(question),
    ...arrivals(question, mine),
  ].slice(0, shown)
}

/** New messages, and older ones that have passed the promise since. Longest waiting first. */
function waiting({ summaries, since, clock }: NewsQuestion): NewsLine[] {
  return summaries
    .flatMap(({ id, name, waitingSince }) => {
      if (waitingSince === undefined) return []
      const lateAt = Date.parse(waitingSince) + promiseHours * 3_600_000
      const isNew = Date.parse(waitingSince) > Date.parse(since)
      const becameLate = lateAt > Date.parse(since) && lateAt <= Date.parse(clock.now)
      if (!isNew && !becameLate) return []
      const text = wroteText(name, hoursBetween(waitingSince, clock.now))
      return [line("waiting", id, name, text, waitingSince)]
    })
    .sort((a, b) => a.at.localeCompare(b.at))
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
    const text = `${name} fell from ${words[from]} to ${words[row.to.band]}${moved ? ` (${moved})` : ""}.`
    return [line("band-drop", row.accountId, name, text, row.at)]
  })
}

/** Renewals that entered a window on a day after the last look. */
function renewals({ summaries, since, clock }: NewsQuestion): NewsLine[] {
  const seenOn = dayOf(since, clock.timeZone) ?? clock.today
  const entered = (day: CalendarDate | undefined) => day !== undefined && day > seenOn && day <= clock.today
  return summaries
    .flatMap(({ id, name, renewalOn, earlyOn, formalOn }) => {
      const on = entered(formalOn) ? formalOn : entered(earlyOn) ? earlyOn : undefined
      if (on === undefined || renewalOn === undefined || renewalOn < clock.today) return []
      return [line("renewal-entered", id, name, renewalText(name, renewalOn, on), on)]
    })
    .sort((a, b) => a.at.localeCompare(b.at))
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
    const text = `${came.length} customers became yours.`
    return [{ ...line("import", "", "", text, newest.at), id: `import:${newest.at}` }]
  }
  return [
    ...came.map(({ accountId, at }) =>
      line("new-account", accountId, nameOf(accountId), `${nameOf(accountId)} became yours.`, at),
    ),
    ...left.map(({ accountId, at }) =>
      line("left-account", accountId, nameOf(accountId), `${nameOf(accountId)} is no longer yours.`, at),
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
