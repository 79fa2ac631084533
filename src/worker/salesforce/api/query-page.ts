/** `{totalSize, done, records, nextRecordsUrl?}`, of a query or of a nested list. */
import { SalesforceError } from "./errors"

export type SalesforceRecord = Record<string, unknown>

export interface QueryPage {
  records: SalesforceRecord[]
  /** Rows of the whole answer, this page's and the others'. */
  total: number
  /** Absent where this was the last page. */
  nextRecordsUrl?: string
}

/**
 * Reads a page; a row that is no object is left out and the others stay.
 * @throws SalesforceError `malformed` where it is no page at all.
 */
export function readQueryPage(body: unknown): QueryPage {
  const page = body as
    Partial<Record<"records" | "done" | "nextRecordsUrl" | "totalSize", unknown>> | null | undefined
  if (!Array.isArray(page?.records)) throw new SalesforceError("malformed", 200, "", "no records")
  const records = page.records.filter(
    (row): row is SalesforceRecord => typeof row === "object" && row !== null && !Array.isArray(row),
  )
  const total = typeof page.totalSize === "number" ? Math.max(page.totalSize, records.length) : records.length
  if (page.done !== false) return { records, total }
  if (typeof page.nextRecordsUrl !== "string")
    throw new SalesforceError("malformed", 200, "", "an unfinished page without the next one's address")
  return { records, total, nextRecordsUrl: page.nextRecordsUrl }
}

/** A nested list of a record: null means none. */
export function readNestedPage(value: unknown): QueryPage {
  return value === null || value === undefined ? { records: [], total: 0 } : readQueryPage(value)
}
