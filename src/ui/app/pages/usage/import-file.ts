/** Takes a file in: every row mapped, the good ones handed to the worker customer by customer, the bad ones named by line. */
import type { ColumnMap } from "~src/domain/usage/columns"
import { readUsageRow, type UsageRow } from "~src/domain/usage/read-row"
import { ask } from "~src/messaging/client"

import { readRows } from "./read-file"

export type RowFault = "no-account" | "no-date" | "no-number"

export interface ImportReport {
  stored: number
  /** As the file names them, with how many rows. */
  unmatched: Record<string, number>
  /** The first of them; the heading is line 1. */
  bad: { line: number; fault: RowFault }[]
  badCount: number
}

const rowsAtOnce = 4_000
const badShown = 50

export async function importFile(
  file: File,
  columns: ColumnMap,
  importId: string,
  onProgress: (share: number) => void,
): Promise<{ report: ImportReport; rows: UsageRow[] }> {
  const rows: UsageRow[] = []
  const bad: ImportReport["bad"] = []
  let badCount = 0
  let line = 1
  await readRows(file, (part) => {
    for (const raw of part) {
      line += 1
      const read = readUsageRow(raw, columns)
      if ("row" in read) rows.push(read.row)
      else if ((badCount += 1) <= badShown) bad.push({ line, fault: read.fault })
    }
    return true
  })
  const sent = await sendRows(rows, { columns, importId, name: file.name }, onProgress)
  return { rows, report: { ...sent, bad, badCount } }
}

/** Sorted by customer: a file sorted by week would touch each customer once a week of it. */
export async function sendRows(
  rows: readonly UsageRow[],
  { columns, importId, name }: { columns: ColumnMap; importId: string; name: string },
  onProgress: (share: number) => void,
): Promise<Pick<ImportReport, "stored" | "unmatched">> {
  const sorted = [...rows].sort((a, b) => (a.account < b.account ? -1 : a.account > b.account ? 1 : 0))
  const unmatched: Record<string, number> = {}
  let stored = 0
  for (let at = 0; at < sorted.length; at += rowsAtOnce) {
    const part = sorted.slice(at, at + rowsAtOnce)
    const answer = await ask("usage.add", { importId, name, columns, rows: part })
    stored += answer.stored
    for (const [account, count] of Object.entries(answer.unmatched))
      unmatched[account] = (unmatched[account] ?? 0) + count
    onProgress(Math.min(1, (at + part.length) / sorted.length))
  }
  return { stored, unmatched }
}
