/** What the page "Data to check" asks and is told. */
import type { DataFinding } from "~src/domain/assess/data-findings"
import type { CalendarDate } from "~src/domain/facts"

export interface DataCheckRow extends DataFinding {
  accountId: string
  name: string
  arr?: number
  currency?: string
  /** ARR times what depends on it; 0 where the ARR is not known. */
  weight: number
  /** Settled by a choice, or seen as fine and nothing changed since. */
  isSeen: boolean
}

export interface DataCheck {
  today: CalendarDate
  customers: number
  /** Weightiest first. */
  rows: DataCheckRow[]
}
