/** What happened with a TA's customers while they were away, and what is left for them. Pure. */
import type { BookEntry } from "../book/entry"
import { dayOf } from "../calendar"
import type { AccountFacts, CalendarDate, Clock } from "../facts"
import { colour, nearDate, plural, score as say, shortDate } from "../words"
import type { SheetLine, SheetSection } from "./sheet"

export interface ReturnInput {
  from: CalendarDate
  to: CalendarDate
  rows: readonly BookEntry[]
  facts: readonly AccountFacts[]
  changes: readonly {
    accountId: string
    at: string
    from: { score: number | null; band: BookEntry["band"] }
    to: { score: number | null; band: BookEntry["band"] }
  }[]
  clock: Clock
}

/** A section a customer with something to tell; customers who wait for us first. */
export function returnReport(input: ReturnInput): SheetSection[] {
  const { rows, facts } = input
  const byId = new Map(facts.map((one) => [one.id, one]))
  return [...rows]
    .sort(
      (a, b) =>
        Number(b.waitingSince !== undefined) - Number(a.waitingSince !== undefined) ||
        (a.tierRank ?? 99) - (b.tierRank ?? 99) ||
        a.name.localeCompare(b.name),
    )
    .map((row) => ({
      key: row.id,
      title: row.name,
      lines: [...happened(row, byId.get(row.id), input), ...left(row, byId.get(row.id), input)],
      none: "Nothing.",
    }))
    .filter(({ lines }) => lines.length > 0)
}

function happened(row: BookEntry, facts: AccountFacts | undefined, input: ReturnInput): SheetLine[] {
  const { from, to, clock, changes } = input
  const { today, timeZone } = clock
  const within = (on: string | null | undefined) => on != null && on >= from && on <= to && on <= today
  const own = changes
    .filter(({ accountId, at }) => accountId === row.id && within(dayOf(at, timeZone)))
    .sort((a, b) => a.at.localeCompare(b.at))
  const [first, last] = [own[0], own.at(-1)]
  const moved =
    first && last && (first.from.score !== last.to.score || first.from.band !== last.to.band)
      ? [
          {
            key: `${row.id}:health`,
            text: `${standing(first.from)} to ${standing(last.to)}`,
            source: "score in Vitally",
            accountId: row.id,
          },
        ]
      : []
  const touches = (facts?.touches ?? [])
    .filter(({ on, automatic, verdict = "person" }) => within(on) && !automatic && verdict === "person")
    .sort((a, b) => (a.on ?? "").localeCompare(b.on ?? ""))
    .slice(-6)
    .map(({ on = today, channel, who, subject, id = on }) => ({
      key: `${row.id}:${id}`,
      text: `${shortDate(on, today)}: ${channel}${who ? `, ${who}` : ""}${subject ? `, "${subject}"` : ""}`,
      source: "contact",
      accountId: row.id,
    }))
  const done = (facts?.tasks ?? [])
    .filter(({ completedAt }) => completedAt !== undefined && within(dayOf(completedAt, timeZone)))
    .slice(0, 6)
    .map(({ id, name, assignedToName }) => ({
      key: `${row.id}:task:${id}`,
      text: `Done: ${name}${assignedToName ? `, ${assignedToName}` : ""}`,
      source: "task",
      accountId: row.id,
    }))
  const renewed =
    row.renewalOn !== undefined && within(row.renewalOn)
      ? [
          {
            key: `${row.id}:renewal`,
            text: `Its contract ended on ${shortDate(row.renewalOn, today)}, and no later date is known`,
            source: "renewal date",
            accountId: row.id,
          },
        ]
      : []
  return [...moved, ...renewed, ...touches, ...done]
}

/** Open now: who waits, what became overdue. */
function left(row: BookEntry, facts: AccountFacts | undefined, { from, clock }: ReturnInput): SheetLine[] {
  const { today, timeZone } = clock
  const line = (key: string, text: string, source: string): SheetLine => ({
    key: `${row.id}:left:${key}`,
    text: `Left for you: ${text}`,
    source,
    accountId: row.id,
  })
  const waits = row.waitingSince
    ? [
        line(
          "answer",
          `answer ${row.waitingMessage?.who ?? "the customer"}, waiting since ${nearDate(dayOf(row.waitingSince, timeZone) ?? today, today)}`,
          "unanswered message",
        ),
      ]
    : []
  const overdue =
    row.contactOverdueOn !== undefined && row.contactOverdueOn <= today && row.contactOverdueOn >= from
      ? [line("contact", `contact overdue since ${nearDate(row.contactOverdueOn, today)}`, "last contact")]
      : []
  const tasks = (facts?.tasks ?? [])
    .filter(
      ({ completedAt, dueOn, mine }) =>
        mine === true && completedAt === undefined && dueOn !== undefined && dueOn >= from && dueOn <= today,
    )
    .slice(0, 6)
    .map(({ id, name, dueOn = today }) =>
      line(`task:${id}`, `${name}, due ${nearDate(dueOn, today)}`, "task"),
    )
  return [...waits, ...overdue, ...tasks]
}

const standing = ({ score, band }: { score: number | null; band: BookEntry["band"] }) =>
  `${score === null ? "no score" : say(score)} (${colour(band)})`

/** "3 changed, 2 wait for us, 9 contacts". */
export function returnCounts(input: ReturnInput): {
  changed: number
  waiting: number
  touches: number
  overdue: number
} {
  const sections = returnReport(input)
  const has = (suffix: string) =>
    sections.flatMap(({ lines }) => lines).filter(({ key }) => key.endsWith(suffix)).length
  return {
    changed: has(":health"),
    waiting: has(":left:answer"),
    overdue: has(":left:contact"),
    touches: sections.flatMap(({ lines }) => lines).filter(({ source }) => source === "contact").length,
  }
}

export const countWords = ({ changed, waiting, touches, overdue }: ReturnType<typeof returnCounts>): string =>
  [
    plural(changed, "health change"),
    plural(touches, "contact"),
    `${plural(waiting, "customer")} waiting for us`,
    `${plural(overdue, "contact")} became overdue`,
  ].join(" · ")
