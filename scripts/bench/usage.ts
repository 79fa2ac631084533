/** How long reading a usage file takes: 100,000 rows, from text to mapped rows; and what a customer's 13 weeks take as JSON. */
import process from "node:process"

import { guessColumns } from "~src/domain/usage/columns"
import { readUsageRow } from "~src/domain/usage/read-row"
import { csvReader } from "~src/ui/app/pages/usage/csv"

const rows = 100_000
const headings = ["Account ID", "Week", "MAU", "DAU", "Seats", "Version"]

/** Milliseconds of processor time: on a busy machine the clock tells of the others. */
export function benchUsage(): Promise<Record<string, number>> {
  const columns = guessColumns(headings)
  const text = Array.from(
    { length: rows },
    (_, at) =>
      `0015e0000${at.toString().padStart(9, "0")},2026-11-${(1 + (at % 28)).toString().padStart(2, "0")},"1,204",310,2000,6.9.1`,
  ).join("\n")
  const start = process.cpuUsage()
  const reader = csvReader(",")
  const read = [...reader.feed(text), ...reader.end()].map((cells) =>
    readUsageRow(Object.fromEntries(headings.map((name, at) => [name, cells[at]])), columns),
  )
  const { user, system } = process.cpuUsage(start)
  const [first] = read
  const day = first && "row" in first ? first.row.day : undefined
  const { on = "", ...values } = day ?? {}
  const kept = Object.fromEntries(
    Array.from({ length: 13 }, (_, week) => [`${on}${week.toString()}`, [{ by: "looker", values }]]),
  )
  return Promise.resolve({
    "usage.read_100k.ms": (user + system) / 1_000,
    "usage.unread.rows": read.filter((one) => "fault" in one).length,
    "usage.customer_13_weeks.bytes": JSON.stringify(kept).length,
  })
}
