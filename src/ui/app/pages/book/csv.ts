/** The shown rows as comma-separated values. Pure. */
import type { BookRow } from "~src/messaging/views/lists"

import { bandWords } from "~src/ui/strings/base"
import { book, contactWords } from "~src/ui/strings/book"

const heads = [
  book.table.name,
  book.table.tier,
  book.table.stage,
  book.table.health,
  "Score",
  book.table.contact,
  "Days since contact",
  "Contact status",
  book.table.renewal,
  "Days to renewal",
  book.table.arr,
  "Currency",
  book.table.seats,
  book.table.owner,
]

/** Dates as YYYY-MM-DD, ratios as 0-1; empty where there is no data. Lines end as the format wants it. */
export function bookCsv(rows: BookRow[]): string {
  const lines = rows.map((row) => [
    row.name,
    row.tier ?? "",
    row.stage ?? "",
    row.band === "unknown" ? "" : bandWords[row.band],
    row.score === null ? "" : row.score.toFixed(1),
    row.lastContactOn ?? "",
    row.daysSinceContact ?? "",
    contactWords[row.contactStatus],
    row.renewalOn ?? "",
    row.daysOut ?? "",
    row.arr ?? "",
    row.currency ?? "",
    row.mauOverSeats ?? "",
    row.ownerName ?? row.owner ?? "",
  ])
  return [heads, ...lines].map((line) => line.map(cell).join(",")).join("\r\n") + "\r\n"
}

/** A formula's sign at the start of a cell, also of one that a spreadsheet makes by splitting at another separator. */
const formula = /(^|[;,\t\r\n])([ \u00a0]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g

/** A text that a spreadsheet would run as a formula is marked as text: names come from outside. Every text is quoted. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value)
  const plain = value.replaceAll("\ufeff", "").replace(formula, "$1$2'")
  return plain === "" ? "" : `"${plain.replaceAll('"', '""')}"`
}
