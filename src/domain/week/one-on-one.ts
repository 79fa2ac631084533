/** What a team lead reads before a 1:1: one TA's book, its trend, who needs talk, and who came to them. Pure. */
import type { BookEntry } from "../book/entry"
import { isChurned } from "../book/entry"
import { totalsOf } from "../book/totals"
import type { CalendarDate } from "../facts"
import { colour, list, money, plural, score as say, shortDate } from "../words"
import { causesOf } from "./causes"
import type { WeekAverage } from "./score-trend"
import { isRaised } from "./renewals-meeting"
import type { SheetSection } from "./sheet"

export interface OneOnOneInput {
  rows: readonly BookEntry[]
  weeks: readonly WeekAverage[]
  moves: readonly { accountId: string; name: string; on: CalendarDate; kind: "came" | "left" | "churned" }[]
  today: CalendarDate
  fiscalYearStart: number
}

export function oneOnOne({ rows, weeks, moves, today, fiscalYearStart }: OneOnOneInput): SheetSection[] {
  const here = rows.filter((row) => !isChurned(row, today))
  const { customers, arr, bands, averageScore, withScore, overdue, waiting } = totalsOf(
    here,
    { today, fiscalYearStart },
    [],
  )
  const sums = arr.map(({ currency, sum }) => money(sum, currency)).join(" + ")
  const raised = here
    .filter((row) => isRaised(row, today, false))
    .sort((a, b) => (a.daysOut ?? 0) - (b.daysOut ?? 0))
  const late = here
    .filter(({ contactStatus }) => contactStatus === "overdue")
    .sort((a, b) => (b.daysSinceContact ?? 0) - (a.daysSinceContact ?? 0))
  return [
    {
      key: "book",
      title: "Book",
      none: "No customer.",
      lines: [
        { key: "size", text: `${plural(customers, "customer")}${sums ? `, ${sums}` : ""}`, source: "Book" },
        {
          key: "health",
          text: `${bands.poor.customers} red, ${bands.concerning.customers} yellow, ${bands.healthy.customers} green${averageScore === null ? "" : `; average ${say(averageScore)} of ${withScore} with a score, goal 7.0`}`,
          source: "scores",
        },
        {
          key: "contact",
          text: `${plural(overdue, "contact")} overdue, ${plural(waiting, "customer")} waiting`,
          source: "last contact",
        },
        ...trendLine(weeks, today),
      ],
    },
    {
      key: "renewals",
      title: "Renewals at risk",
      none: "No red or yellow customer renews within 180 days.",
      lines: raised.map((row) => ({
        key: row.id,
        text: `${row.name}, ${colour(row.band)}, ${plural(row.daysOut ?? 0, "day")}${row.arr === undefined ? "" : `, ${money(row.arr, row.currency)}`}: ${list(causesOf(row).slice(0, 3))}`,
        source: "Book",
        accountId: row.id,
      })),
    },
    {
      key: "silence",
      title: "Contact overdue",
      none: "Nobody is overdue.",
      lines: late.slice(0, 10).map(({ id, name, daysSinceContact }) => ({
        key: id,
        text: `${name}: ${daysSinceContact === null ? "no contact known" : `${plural(daysSinceContact, "day")} ago`}`,
        source: "last contact",
        accountId: id,
      })),
    },
    {
      key: "moves",
      title: "Transitions",
      none: "Nobody came or left that was noted here.",
      lines: moves.map(({ accountId, name, on, kind }) => ({
        key: `${kind}:${accountId}`,
        text: `${name} ${{ came: "came", left: "moved away", churned: "left us" }[kind]} ${shortDate(on, today)}`,
        source: "noted by the sync",
        accountId,
      })),
    },
  ]
}

function trendLine(weeks: readonly WeekAverage[], today: CalendarDate) {
  const known = weeks.filter(({ average }) => average !== null)
  const [first, last] = [known[0], known.at(-1)]
  if (!first || !last || first === last || first.average === null || last.average === null) return []
  return [
    {
      key: "trend",
      text: `Average ${say(first.average)} on ${shortDate(first.endsOn, today)}, ${say(last.average)} on ${shortDate(last.endsOn, today)}, of today's customers`,
      source: "changes noted here",
    },
  ]
}
