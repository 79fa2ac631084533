/** How each column's cell looks. A column without a cell here does not compile. */
import type { ReactNode } from "react"

import type { ContactStatus } from "~src/domain/assessment"
import type { ColumnId } from "~src/domain/book/columns"
import { TRAIT_KEYS, type TraitKey } from "~src/domain/facts"
import type { BookRow } from "~src/messaging/views/lists"
import { Badge, Icon, Name, StatusMark, type Tone } from "~src/ui/base"
import { formatDate, formatMoney, formatScore, formatShare } from "~src/ui/base/format"
import { bandWords } from "~src/ui/strings/base"
import { book, contactWords } from "~src/ui/strings/book"

import { stageOf } from "../../shared/stage-of"

type Cell = (row: BookRow, today: string) => ReactNode

const tones: Record<ContactStatus, Tone> = {
  overdue: "poor",
  "due-soon": "concerning",
  ok: "healthy",
  unknown: "unknown",
  exempt: "plain",
}

const nothing = (
  <span className="faint" title={book.notKnown}>
    –
  </span>
)
const textCell =
  (read: (row: BookRow) => string | null | undefined): Cell =>
  (row) => {
    const text = read(row)
    return text ? <span title={text}>{text}</span> : nothing
  }

type TraitCells = Record<`trait-${TraitKey}`, Cell>
const traitCells = Object.fromEntries(
  TRAIT_KEYS.map((key) => [`trait-${key}`, (row: BookRow) => <TraitCell row={row} trait={key} />]),
) as unknown as TraitCells

export const cells: Record<Exclude<ColumnId, "name">, Cell> = {
  ...traitCells,
  owner: (row) => (row.ownerName ? <Name>{row.ownerName}</Name> : nothing),
  tier: ({ tier }) => (tier ? <Badge title={tier}>{tier}</Badge> : nothing),
  stage: (row, today) => {
    const stage = stageOf(row, today)
    return stage ? <span title={stage}>{stage}</span> : nothing
  },
  arr: ({ arr, currency }) => (arr === undefined ? nothing : formatMoney(arr, currency)),
  health: ({ band }) => <StatusMark band={band} />,
  score: ({ score }) => (score === null ? nothing : formatScore(score)),
  trend: ({ trend, score }, today) =>
    trend ? (
      <span className={`trend trend-${trend.direction}`} title={book.trendAbout(bandWords[trend.from.band])}>
        <Icon name={trend.direction === "up" ? "up" : "down"} />
        {book.trend(
          trend.direction,
          trend.from.score === null || score === null ? "" : formatScore(trend.from.score),
          formatDate(trend.on, today),
        )}
      </span>
    ) : (
      nothing
    ),
  contact: ({ daysSinceContact, contactStatus }) => (
    <span className="contact-cell">
      <span>{daysSinceContact === null ? book.noContact : book.days(daysSinceContact)}</span>
      <Badge tone={tones[contactStatus]}>{contactWords[contactStatus]}</Badge>
    </span>
  ),
  renewal: ({ renewalOn, daysOut }, today) =>
    renewalOn === undefined || daysOut === null ? (
      nothing
    ) : (
      <span className="renewal-cell">
        <span>{formatDate(renewalOn, today)}</span>
        <span className={daysOut < 0 ? "late" : "soft"}>{book.out(daysOut)}</span>
      </span>
    ),
  seats: ({ mauOverSeats }) => (mauOverSeats === undefined ? nothing : formatShare(mauOverSeats)),
  tasks: ({ openTasks }) => openTasks ?? nothing,
  next: textCell(({ topActions }) => topActions?.[0]?.title),
  ae: textCell(({ accountExecutive }) => accountExecutive),
  champion: textCell(({ championName }) => championName),
  buyer: textCell(({ buyerName }) => buyerName),
}

/** One cell of the matrix: its value in words, its colour, and the colour's name for those who do not see it. */
function TraitCell({ row, trait }: { row: BookRow; trait: TraitKey }) {
  const cell = row.traits?.[trait]
  if (!cell)
    return (
      <span className="trait trait-unknown">
        <span className="sr-only">{bandWords.unknown}</span>
      </span>
    )
  return (
    <span className={`trait trait-${cell.status}`} title={bandWords[cell.status]}>
      {valueText(trait, cell.value)}
      {trait === "sentiment" ? null : <span className="sr-only">, {bandWords[cell.status]}</span>}
    </span>
  )
}

function valueText(trait: TraitKey, value: number | boolean | string): string {
  if (typeof value === "string") return value.charAt(0).toUpperCase() + value.slice(1)
  if (typeof value === "boolean") {
    if (trait === "preciseIntel") return value ? "on" : "off"
    return value ? "yes" : "no"
  }
  if (trait === "dauOverMau" || trait === "mauOverSeats") return `${Math.floor(value * 100 + 1e-9)}%`
  return trait === "lastActivityDays" ? `${value}d` : String(value)
}
