/** What is worth a notification, from what the sync noted and from dates. Pure. */
import type { AccountSummary } from "~src/domain/assessment"
import { addDays } from "~src/domain/calendar"
import type { Clock } from "~src/domain/facts"
import type { Settings } from "~src/messaging/views/settings"
import type { HistoryRow } from "~src/worker/cache/rows"

import { isDrop, renewalText } from "../../lists/news"

export interface Alert {
  key: string
  /** What it tells of: each is told once, whatever happens. */
  causes: string[]
  title: string
  message: string
  /** The customer to open on a click; absent: the book. */
  accountId?: string
}

export interface AlertQuestion {
  reminders: Settings["reminders"]
  clock: Clock
  summaries: AccountSummary[]
  /** Noted since the last round, oldest first. */
  history: HistoryRow[]
  isTold: (cause: string) => boolean
}

/** A renewal window entered so many days ago is still told, after a weekend or a holiday of the laptop. */
const lateDays = 7
/** More alerts of one kind at once become one. */
const severalFrom = 3

export function alertsOf(question: AlertQuestion): Alert[] {
  const { reminders, isTold } = question
  const fresh = (alerts: Alert[]) => alerts.filter(({ key }) => !isTold(key))
  return [
    ...(reminders.bandDrop ? gathered(fresh(bandDrops(question)), "customers dropped to a lower band") : []),
    ...(reminders.renewalPhase ? gathered(fresh(renewals(question)), "renewals entered a window") : []),
    ...(reminders.newAccount ? gathered(fresh(arrivals(question)), "customers became yours") : []),
  ]
}

function bandDrops({ history, summaries }: AlertQuestion): Alert[] {
  const byId = new Map(summaries.map((summary) => [summary.id, summary]))
  const alerts = new Map<string, Alert>()
  for (const { kind, accountId, on, from, to, moved = [] } of history) {
    const summary = byId.get(accountId)
    if (kind !== "health" || !from || !to || !summary || !isDrop(from.band, to.band)) continue
    const why = moved.map(({ label, from, to }) => `${label}: ${from} to ${to}`).join("; ")
    const title = `${summary.name} is now ${to.band === "poor" ? "Poor" : "Concerning"}`
    const message = why || "Open it to see which traits moved."
    alerts.set(accountId, alertOf(`band:${accountId}:${to.band}:${on}`, title, message, accountId))
  }
  return [...alerts.values()]
}

function renewals({ summaries, clock }: AlertQuestion): Alert[] {
  const recent = (day: string | undefined) =>
    day !== undefined && day <= clock.today && day > addDays(clock.today, -lateDays)
  return summaries.flatMap(({ id, name, renewalOn, earlyOn, formalOn, topActions }) => {
    const entered = recent(formalOn) ? formalOn : recent(earlyOn) ? earlyOn : undefined
    if (entered === undefined || renewalOn === undefined) return []
    const phase = entered === formalOn ? "formal" : "early"
    const message = topActions?.[0]?.title ?? "Open it to see what is due."
    return [
      alertOf(`renewal:${id}:${renewalOn}:${phase}`, renewalText(name, renewalOn, entered), message, id),
    ]
  })
}

function arrivals({ history, summaries }: AlertQuestion): Alert[] {
  const byId = new Map(summaries.map((summary) => [summary.id, summary]))
  const rows = new Map(history.filter(({ kind }) => kind === "mine").map((row) => [row.accountId, row]))
  return [...rows.values()].flatMap(({ accountId, on }) => {
    const summary = byId.get(accountId)
    if (!summary) return []
    const message = [summary.tier, "Open it to plan the hand-over."].filter(Boolean).join(". ")
    return [alertOf(`mine:${accountId}:${on}`, `${summary.name} became yours`, message, accountId)]
  })
}

function alertOf(key: string, title: string, message: string, accountId: string): Alert {
  return { key, causes: [key], title, message, accountId }
}

/** Several at once are one notice. */
function gathered(alerts: Alert[], what: string): Alert[] {
  if (alerts.length <= severalFrom) return alerts
  const causes = alerts.map(({ key }) => key).sort()
  const names = alerts.slice(0, 3).map(({ title }) => title)
  const message = `${names.join("; ")} and ${alerts.length - 3} more.`
  return [{ key: `several:${causes[0] ?? ""}`, causes, title: `${alerts.length} ${what}`, message }]
}
