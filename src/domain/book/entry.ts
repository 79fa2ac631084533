/** One customer of a book as lists show it today: the stored row, its day counts, and what only the whole book tells. */
import type { AccountSummary, Band, ContactStatus } from "../assessment"
import type { CalendarDate } from "../facts"

/** The last change of the score or band that was noticed. */
export interface Trend {
  /** The day on which it was noticed. */
  on: CalendarDate
  from: { score: number | null; band: Band }
  direction: "up" | "down"
}

export interface BookEntry extends AccountSummary {
  /** Null if no contact is known. */
  daysSinceContact: number | null
  /** Days until the renewal date; negative once it has passed, null if no date is known. */
  daysOut: number | null
  contactStatus: ContactStatus
  ownerName?: string
  trend?: Trend
}

export const isChurned = ({ churnedOn }: AccountSummary, today: CalendarDate): boolean =>
  churnedOn !== undefined && churnedOn <= today
