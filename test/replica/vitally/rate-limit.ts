/** A token bucket over real time; `RateLimit-*` headers as the API sends them. */
export class RateLimit {
  private tokens: number
  private at = Date.now()
  private perMinute: number | null

  constructor(perMinute: number | null) {
    this.perMinute = perMinute
    this.tokens = perMinute ?? 0
  }

  /** A new limit, with a full bucket unless `left` says how much is left; null: no limit. */
  set(perMinute: number | null, left?: number): void {
    this.perMinute = perMinute
    this.tokens = left ?? perMinute ?? 0
    this.at = Date.now()
  }

  /** Takes one token. False when there is none. */
  take(): boolean {
    if (this.perMinute === null) return true
    this.refill(this.perMinute)
    if (this.tokens < 1) return false
    this.tokens -= 1
    return true
  }

  headers(): Record<string, string> {
    const limit = this.perMinute ?? 1_000_000
    const left = this.perMinute === null ? limit : Math.max(0, Math.floor(this.tokens))
    const perSecond = limit / 60
    const seconds =
      left > 0 ? Math.ceil((limit - left) / perSecond) : Math.max(1, Math.ceil((1 - this.tokens) / perSecond))
    return {
      "ratelimit-limit": `${limit}, ${limit};window=60`,
      "ratelimit-remaining": String(left),
      "ratelimit-reset": String(seconds),
    }
  }

  private refill(perMinute: number): void {
    const now = Date.now()
    this.tokens = Math.min(perMinute, this.tokens + ((now - this.at) / 60_000) * perMinute)
    this.at = now
  }
}
