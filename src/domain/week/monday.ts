/** The agenda of the team's Monday: what changed since the last one, each line with its source. Pure. */
import type { BookEntry } from "../book/entry"
import { addDays, dayOf, weekday } from "../calendar"
import type { AccountFacts, CalendarDate, Clock } from "../facts"
import { colour, list, nearDate, plural, score as say, shortDate } from "../words"
import type { LighthouseCard } from "./lighthouse"
import { updateWords } from "./lighthouse"
import { isRaised } from "./renewals-meeting"
import { causesOf } from "./causes"
import type { SheetLine, SheetSection } from "./sheet"

export interface MondayInput {
  rows: readonly BookEntry[]
  facts: readonly AccountFacts[]
  changes: readonly {
    accountId: string
    name: string
    at: string
    from: { score: number | null; band: BookEntry["band"] }
    to: { score: number | null; band: BookEntry["band"] }
    moved: readonly { label: string; from: string; to: string }[]
  }[]
  moves: readonly { accountId: string; name: string; on: CalendarDate; kind: "came" | "left" | "churned" }[]
  lighthouse: readonly LighthouseCard[]
  /** Whom the user covers. */
  covering: readonly { name: string; from: CalendarDate; to: CalendarDate }[]
  clock: Clock
}

/** The Monday on or before a day: the week's name. */
export const mondayOf = (day: CalendarDate): CalendarDate => addDays(day, 1 - weekday(day))

/** Since the Monday before today's week: a meeting held late still tells the whole week. */
export const sinceMonday = (today: CalendarDate): CalendarDate => addDays(mondayOf(today), -7)

const winTag = /^wins?$/i

export function mondayAgenda(input: MondayInput): SheetSection[] {
  const { rows, facts, changes, moves, lighthouse, covering, clock } = input
  const { today, timeZone } = clock
  const since = sinceMonday(today)
  const line = (kind: string, accountId: string, text: string, source: string): SheetLine => ({
    key: `${kind}:${accountId}`,
    text,
    source,
    ...(accountId && { accountId }),
  })
  const fell = latestChanges(changes, since, timeZone)
  const movedTo = { came: "is new", left: "moved to someone else", churned: "left us" }
  const raised = rows
    .filter((row) => isRaised(row, today, false))
    .sort((a, b) => (a.daysOut ?? 0) - (b.daysOut ?? 0))
  const dueUpdates = lighthouse.filter(({ column, plan }) => column !== "entrant" && (plan.lateBy ?? 0) >= 0)
  const away = covering.filter(({ from, to }) => to >= today && from <= addDays(today, 7))
  const section = (key: string, title: string, lines: SheetLine[], none: string): SheetSection => ({
    key,
    title,
    lines,
    none,
  })
  return [
    section(
      "customers",
      "Customers",
      moves
        .filter(({ on }) => on >= since)
        .map(({ accountId, name, on, kind }) =>
          line("move", accountId, `${name} ${movedTo[kind]}, ${shortDate(on, today)}`, "noted by the sync"),
        ),
      "Nobody came or left.",
    ),
    section(
      "health",
      "Health",
      fell.map(({ accountId, name, from, to, moved }) =>
        line(
          "health",
          accountId,
          `${name} ${colour(from.band)} to ${colour(to.band)}${to.score === null ? "" : `, now ${say(to.score)}`}` +
            (moved.length > 0
              ? `: ${list(moved.slice(0, 2).map((one) => `${one.label} ${one.from} to ${one.to}`))}`
              : ""),
          "score in Vitally",
        ),
      ),
      "Nobody changed colour.",
    ),
    section(
      "renewals",
      "Yellow/Red Renewals",
      raised.map((row) =>
        line(
          "renewal",
          row.id,
          `${row.name}, ${colour(row.band)}, renews in ${plural(row.daysOut ?? 0, "day")}: ${list(causesOf(row).slice(0, 3)) || "no trait is red or yellow"}`,
          "Book",
        ),
      ),
      "No red or yellow customer renews within 180 days.",
    ),
    section(
      "lighthouse",
      "Lighthouse updates due",
      dueUpdates.map(({ id, name, plan }) =>
        line("lighthouse", id, `${name}: ${updateWords(plan, today)}`, "save plan and its notes"),
      ),
      "No update is due.",
    ),
    section(
      "waiting",
      "Waiting for us",
      rows
        .filter(({ waitingSince }) => waitingSince !== undefined)
        .sort((a, b) => (a.waitingSince ?? "").localeCompare(b.waitingSince ?? ""))
        .map((row) =>
          line(
            "waiting",
            row.id,
            `${row.name}${row.waitingMessage?.who ? `, ${row.waitingMessage.who}` : ""}` +
              `${row.waitingMessage?.subject ? `: "${row.waitingMessage.subject}"` : ""}, since ${nearDate(dayOf(row.waitingSince ?? "", timeZone) ?? today, today)}`,
            "unanswered message",
          ),
        ),
      "No customer waits for an answer.",
    ),
    section(
      "away",
      "Away and covered",
      away.map(({ name, from, to }) => ({
        key: `away:${name}`,
        text: `${name} is away ${shortDate(from, today)} to ${shortDate(to, today)}, you cover`,
        source: "Coverage",
      })),
      "You cover nobody this week. Others' absences are not known here.",
    ),
    section(
      "wins",
      "Wins",
      facts.flatMap(({ id, name, touches = [] }) =>
        touches
          .filter(
            ({ tags = [], on = "" }) => on >= since && on <= today && tags.some((tag) => winTag.test(tag)),
          )
          .map(({ subject = "win", on = today, id: touchId = on }) => ({
            ...line("win", id, `${name}: ${subject}, ${shortDate(on, today)}`, 'note tagged "win"'),
            key: `win:${touchId}`,
          })),
      ),
      'No note tagged "win" since last Monday.',
    ),
  ]
}

/** One line a customer: from where it stood before the week to where it stands; changes within a colour are left out. */
function latestChanges(changes: MondayInput["changes"], since: CalendarDate, timeZone: string) {
  const byAccount = new Map<string, MondayInput["changes"][number]>()
  for (const change of [...changes].sort((a, b) => a.at.localeCompare(b.at))) {
    if ((dayOf(change.at, timeZone) ?? "") < since) continue
    const before = byAccount.get(change.accountId)
    byAccount.set(change.accountId, before ? { ...change, from: before.from } : change)
  }
  return [...byAccount.values()].filter(
    ({ from, to }) => from.band !== to.band && from.band !== "unknown" && to.band !== "unknown",
  )
}
