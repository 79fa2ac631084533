/** `{totalSize, done, records, nextRecordsUrl?}`, of a query or of a nested list. */
import { SalesforceError } from "./errors"

export type SalesforceRecord = Record<string, unknown>

export interface QueryPage {
  records: SalesforceRecord[]
  /** Absent where this was the last page. */
  nextRecordsUrl?: string
}

/**
 * Reads a page; a row that is no object is left out and the others stay.
 * @throws SalesforceError `malformed` where it is no page at all.
 */
export function readQueryPage(body: unknown): QueryPage {
  const page = body as { records?: unknown; done?: unknown; nextRecordsUrl?: unknown } | null | undefined
  if (!Array.isArray(page?.records)) throw new SalesforceError("malformed", 200, "", "no records")
  const records = page.records.filter(
    (row): row is SalesforceRecord => typeof row === "object" && row !== null && !Array.isArray(row),
  )
  if (page.done !== false) return { records }
  if (typeof page.nextRecordsUrl !== "string")
    throw new SalesforceError("malformed", 200, "", "an unfinished page without the next one's address")
  return { records, nextRecordsUrl: page.nextRecordsUrl }
}

/** A nested list of a record: null means none. */
export function readNestedPage(value: unknown): QueryPage {
  return value === null || value === undefined ? { records: [] } : readQueryPage(value)
}
