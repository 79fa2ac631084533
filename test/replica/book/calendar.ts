const dayMs = 86_400_000

/** Dates around one fixed moment, in UTC. The book's screens stay alive because every date hangs on it. */
export class Calendar {
  constructor(readonly now: number) {}

  /** `YYYY-MM-DD`, `days` from today; negative is the past. */
  day(days: number): string {
    return new Date(this.now + days * dayMs).toISOString().slice(0, 10)
  }

  /** ISO instant, `days` from now, at an hour of that day when given. */
  at(days: number, hour?: number, minute = 0): string {
    const moment = new Date(this.now + days * dayMs)
    if (hour !== undefined) moment.setUTCHours(hour, minute, 0, 0)
    // A past or present day at an hour that has not struck yet would lie in the future.
    if (days <= 0 && moment.getTime() > this.now) return this.hoursAgo(0.5)
    return moment.toISOString()
  }

  hoursAgo(hours: number): string {
    return new Date(this.now - hours * 3_600_000).toISOString()
  }

  /** Whole days from now to a calendar date; negative is the past. */
  daysTo(date: string): number {
    return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${this.day(0)}T00:00:00Z`)) / dayMs)
  }
}
