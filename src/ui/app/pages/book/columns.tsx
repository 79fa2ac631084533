import type { ColumnDef } from "@tanstack/react-table"

import type { Band, ContactStatus } from "~src/domain/assessment"
import type { BookRow } from "~src/messaging/views/lists"

import { Badge, Name, StatusMark, type Tone } from "~src/ui/base"
import { formatDate, formatMoney, formatScore, formatShare } from "~src/ui/base/format"
import { book, contactWords } from "~src/ui/strings/book"
import { CustomerCell } from "./CustomerCell"
import type { Openers } from "../../shared/openers"
import { stageOf } from "../../shared/stage-of"

const words = book.table

const tones: Record<ContactStatus, Tone> = {
  overdue: "poor",
  "due-soon": "concerning",
  ok: "healthy",
  unknown: "unknown",
  exempt: "plain",
}
const bandHeight: Record<Band, number | undefined> = {
  poor: 0,
  concerning: 1,
  healthy: 2,
  unknown: undefined,
}

/** Missing values sort last in both directions: they are no data, not the smallest. */
export function columnsOf(today: string, { open }: Openers, withOwner: boolean): ColumnDef<BookRow>[] {
  const all: ColumnDef<BookRow>[] = [
    {
      id: "name",
      accessorFn: ({ name }) => name.toLowerCase(),
      header: words.name,
      cell: ({ row: { original } }) => <CustomerCell row={original} today={today} open={open} />,
    },
    {
      id: "tier",
      accessorFn: (row) => row.tierRank ?? undefined,
      header: words.tier,
      cell: ({ row: { original } }) =>
        original.tier ? <Badge title={original.tier}>{original.tier}</Badge> : <Nothing />,
    },
    {
      id: "stage",
      accessorFn: (row) => row.stage ?? undefined,
      header: words.stage,
      cell: ({ row: { original } }) => {
        const stage = stageOf(original, today)
        return stage ? <span title={stage}>{stage}</span> : <Nothing />
      },
    },
    {
      id: "health",
      accessorFn: (row) => row.score ?? bandHeight[row.band],
      header: words.health,
      // Whoever sorts by health looks for trouble.
      sortDescFirst: false,
      cell: ({ row: { original } }) => (
        <span className="health-cell">
          <StatusMark band={original.band} />
          {original.score === null ? null : <span className="soft">{formatScore(original.score)}</span>}
        </span>
      ),
    },
    {
      id: "contact",
      accessorFn: (row) => row.daysSinceContact ?? undefined,
      header: words.contact,
      sortDescFirst: true,
      cell: ({ row: { original } }) => <ContactCell row={original} />,
    },
    {
      id: "renewal",
      accessorFn: (row) => row.renewalOn,
      header: words.renewal,
      cell: ({ row: { original } }) =>
        original.renewalOn === undefined || original.daysOut === null ? (
          <Nothing />
        ) : (
          <span className="renewal-cell">
            <span>{formatDate(original.renewalOn, today)}</span>
            <span className={original.daysOut < 0 ? "late" : "soft"}>{book.out(original.daysOut)}</span>
          </span>
        ),
    },
    {
      id: "arr",
      accessorFn: (row) => row.arr,
      header: words.arr,
      sortDescFirst: true,
      cell: ({ row: { original } }) =>
        original.arr === undefined ? <Nothing /> : formatMoney(original.arr, original.currency),
    },
    {
      id: "seats",
      accessorFn: (row) => row.mauOverSeats,
      header: words.seats,
      sortDescFirst: false,
      cell: ({ row: { original } }) =>
        original.mauOverSeats === undefined ? <Nothing /> : formatShare(original.mauOverSeats),
    },
    {
      id: "owner",
      accessorFn: (row) => row.ownerName,
      header: words.owner,
      cell: ({ row: { original } }) => (original.ownerName ? <Name>{original.ownerName}</Name> : <Nothing />),
    },
  ]
  return withOwner ? all : all.slice(0, -1)
}

/** Columns whose figures are read from the right. */
export const numeric = new Set(["arr", "seats"])

function ContactCell({ row }: { row: BookRow }) {
  const { contactStatus, daysSinceContact } = row
  return (
    <span className="contact-cell">
      <span>{daysSinceContact === null ? book.noContact : book.days(daysSinceContact)}</span>
      <Badge tone={tones[contactStatus]}>{contactWords[contactStatus]}</Badge>
    </span>
  )
}

function Nothing() {
  return <span className="faint">–</span>
}
