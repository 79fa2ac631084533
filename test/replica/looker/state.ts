/** Looker's side of the book: who is signed in, what a look answers, and how it misbehaves. */
import type { Book } from "../book/book"
import type { Customer } from "../book/customer"
import { access } from "../options"
import type { WorldClock } from "../world/clock"

export type LookRow = Record<string, unknown>

interface Task {
  queryId: string
  limit: number
  /** Questions after it until it is done. */
  left: number
  status: "running" | "complete" | "killed" | "expired"
}

const dayMs = 86_400_000

export class LookerReplica {
  readonly clients = new Set<string>([access.lookerClientId])
  readonly codes = new Map<string, { redirectUri: string; challenge: string }>()
  readonly refresh = new Set<string>()
  readonly tokens = new Set<string>()
  readonly tasks = new Map<string, Task>()
  /** Looks by number with the query behind each, and queries by slug. */
  readonly looks = new Map<string, string>([["42", "9001"]])
  readonly slugs = new Map<string, string>([["aB3dE6gH9", "9001"]])
  /** Origins that the administrator allows; null: it does not look. */
  allowedOrigins: Set<string> | null = null
  /** Questions that a task takes to finish. */
  slowness = 0
  /** Rows that an answer holds at most, whatever was asked for. */
  rowLimit = Infinity
  /** The look may be seen, its model not. */
  mayRun = true
  /** The database's own complaint: it comes as a row, with status 200. */
  failsWith: string | null = null
  /** Ids as numbers, as before 4.0. */
  numericIds = false
  /** A renewal hands out a new refresh token; else the old one stays good. */
  rotates = false
  /** What the look answers; by default 13 weeks of every customer of the book. */
  rows: LookRow[] | null = null
  private number = 0

  constructor(
    private readonly book: Book,
    private readonly clock: WorldClock,
  ) {}

  nextNumber(): number {
    return ++this.number
  }

  answer(limit: number): LookRow[] {
    if (this.failsWith !== null) return [{ looker_error: this.failsWith }]
    const rows = this.rows ?? this.book.customers.flatMap((customer) => this.weeksOf(customer))
    return rows.slice(0, Math.min(limit, this.rowLimit))
  }

  /** Mondays, newest first. Numbers come as text every third time, unknown ones as null, some weeks twice. */
  private weeksOf({ salesforceId, index, seats, mau = 40 + index, version }: Customer): LookRow[] {
    const now = new Date(this.clock.now())
    const monday = now.getTime() - ((now.getUTCDay() + 6) % 7) * dayMs
    return Array.from({ length: 13 }, (_, week): LookRow[] => {
      const users = Math.round(mau * (1 - week * 0.01))
      const row: LookRow = {
        "accounts.salesforce_id": salesforceId,
        "usage.event_week": new Date(monday - week * 7 * dayMs).toISOString().slice(0, 10),
        "usage.mau": index % 3 === 0 ? String(users) : users,
        "usage.dau": week === 4 ? null : Math.round(users * 0.4),
        "usage.seats": seats ?? null,
        "usage.version": week === 0 ? (version ?? null) : null,
        "usage.batch_changes": index % 2 === 0 ? 0 : 3 + week,
        "usage.searches": users * 9,
      }
      return week === 7 ? [row, { ...row }] : [row]
    }).flat()
  }
}
