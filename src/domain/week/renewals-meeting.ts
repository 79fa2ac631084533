/** The Yellow/Red Renewals meeting: who is on its list, what changed since the last one, and the agenda as Markdown. Pure. */
import type { Band } from "../assessment"
import { type BookEntry, isChurned } from "../book/entry"
import { sumArr } from "../book/totals"
import type { CalendarDate } from "../facts"
import { isUnhealthy } from "../health/bands"
import { colour, money, plural, score as say, shortDate } from "../words"

/** How far ahead a renewal is raised (domain brief, section 7). */
export const meetingDays = 180

/** How a customer stood when the last meeting was closed. */
export interface Standing {
  score: number | null
  band: Band
}

export interface MeetingRecord {
  heldOn: CalendarDate
  standings: Record<string, Standing>
}

export interface MeetingRow {
  id: string
  name: string
  tier: string | null
  ownerName?: string
  arr?: number
  currency?: string
  renewalOn: CalendarDate
  daysOut: number
  score: number | null
  band: Band
  causes: string[]
  /** Known only if there was a meeting before. */
  change: "new" | "better" | "worse" | "same" | null
  before?: Standing
  accountExecutive?: string
  /** What is known of the Health Assessment project. */
  assessment: { state: "done" | "open" | "none" | "unknown"; on?: CalendarDate }
  /** The Get Well project and the day it was last updated. */
  plan: { state: "open" | "done" | "none" | "unknown"; updatedOn?: CalendarDate }
  daysSinceContact: number | null
  /** TA sentiment; null if nobody set it. */
  rating: string | null
  ask: string
}

/** Whether a customer is on the list. Green ones are there on request. */
export function isRaised(row: BookEntry, today: CalendarDate, withGreen: boolean): boolean {
  return (
    !isChurned(row, today) &&
    row.daysOut !== null &&
    row.daysOut >= 0 &&
    row.daysOut <= meetingDays &&
    (withGreen || isUnhealthy(row.band))
  )
}

const height: Record<Band, number> = { poor: 0, concerning: 1, healthy: 2, unknown: -1 }

/** A colour outweighs the score within it; null if nothing was recorded before. */
export function changeSince(
  record: MeetingRecord | undefined,
  id: string,
  { score, band }: Standing,
): MeetingRow["change"] {
  if (!record) return null
  const before = record.standings[id]
  if (!before) return "new"
  if (before.band === "unknown" || band === "unknown") return "same"
  const by = height[band] - height[before.band] || (score ?? 0) - (before.score ?? 0)
  return Math.abs(by) < 0.05 ? "same" : by > 0 ? "better" : "worse"
}

const cell = (text: string) => text.replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ")
const changeWords = { new: "new on the list", better: "better", worse: "worse", same: "unchanged" }

/** For a document or a chat: one line a customer, soonest first. */
export function meetingMarkdown(
  rows: readonly MeetingRow[],
  { today, title, left }: { today: CalendarDate; title: string; left: readonly string[] },
): string {
  const total = sumArr(rows)
    .map(({ currency, sum }) => money(sum, currency))
    .join(" + ")
  const lines = rows.map((row) => {
    const parts = [
      [row.name, row.tier, row.arr === undefined ? "" : money(row.arr, row.currency)]
        .filter(Boolean)
        .join(", "),
      `${plural(row.daysOut, "day")}, ${shortDate(row.renewalOn, today)}`,
      `${row.score === null ? "no score" : say(row.score)} ${colour(row.band)}`.trim() +
        (row.change ? ` (${changeWords[row.change]})` : ""),
      row.causes.join(", ") || "no trait is red or yellow",
      row.accountExecutive ?? "not known",
      assessmentWords(row, today),
      planWords(row, today),
      row.ask || "–",
    ]
    return `| ${parts.map(cell).join(" | ")} |`
  })
  return [
    `# Yellow/Red Renewals, ${shortDate(today)} ${today.slice(0, 4)} (${title}: ${plural(rows.length, "customer")}${total ? `, ${total}` : ""})`,
    "",
    "| Customer | Renews | Score | Why | AE | Assessment | Get Well plan | Ask |",
    "|---|---|---|---|---|---|---|---|",
    ...lines,
    ...(left.length > 0 ? ["", `No longer on the list: ${left.join(", ")}.`] : []),
    "",
  ].join("\n")
}

export function assessmentWords({ assessment: { state, on } }: MeetingRow, today: CalendarDate): string {
  if (state === "done") return on ? `done ${shortDate(on, today)}` : "done"
  return { open: "in progress", none: "not started", unknown: "not known" }[state]
}

export function planWords({ plan: { state, updatedOn } }: MeetingRow, today: CalendarDate): string {
  if (state === "none") return "none"
  if (state === "unknown") return "not known"
  const age = updatedOn ? `updated ${shortDate(updatedOn, today)}` : "date of the last update not known"
  return state === "done" ? "completed" : age
}
