/** The shown columns of every matching customer as comma-separated values. */
import { stringify } from "csv-stringify/browser/esm/sync"

import { type ColumnId, columnsNamed } from "~src/domain/book/columns"
import type { BookRow } from "~src/messaging/views/lists"

/** A text that a spreadsheet would run as a formula is marked as text: names come from outside. Every text is quoted. */
export function bookCsv(rows: readonly BookRow[], ids: readonly ColumnId[]): string {
  const columns = columnsNamed(ids)
  const withCurrency = columns.some(({ id }) => id === "arr")
  const heads = [...columns.map(({ label, head }) => label ?? head), ...(withCurrency ? ["Currency"] : [])]
  const lines = rows.map((row) => [
    ...columns.map(({ csv }) => csv(row)),
    ...(withCurrency ? [row.currency] : []),
  ])
  return stringify([heads, ...lines], {
    record_delimiter: "windows",
    quoted_string: true,
    cast: { string: harmless },
  })
}

/** A formula's sign at the start of a cell, also of one that a spreadsheet makes by splitting at another separator. */
const formula = /(^|[;,\t\r\n])([ \u00a0]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g

/** The library looks at the first character only; a cell can be split again, or begin with a blank or a byte-order mark. */
function harmless(value: string): string {
  return value.replaceAll("\ufeff", "").replace(formula, "$1$2'")
}
