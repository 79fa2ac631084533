/** The replica's time: real, or fixed by a test. Every write gets an instant of its own. */
export class WorldClock {
  private fixed: number | null
  private lastStamp = 0

  constructor(now?: string) {
    this.fixed = now === undefined ? null : Date.parse(now)
  }

  now(): number {
    return this.fixed ?? Date.now()
  }

  /** Fixes the clock; null lets it run again. */
  set(now: string | null): void {
    this.fixed = now === null ? null : Date.parse(now)
  }

  /** ISO instant of a write, later than every one before it. */
  stamp(): string {
    this.lastStamp = Math.max(this.now(), this.lastStamp + 1)
    return new Date(this.lastStamp).toISOString()
  }
}
