/** One request as the replica saw it. */
export interface Seen {
  /** Epoch milliseconds of the real clock. */
  at: number
  service: "vitally" | "salesforce" | "looker" | "page"
  method: string
  host: string
  path: string
  query: string
  /** Pattern, e.g. `accounts/:id/tasks`; "" when none matched. */
  route: string
  status: number
  /** Header names that tests ask about; never secrets. */
  cookie: boolean
  clientName: string | null
}

/** A change that was really applied, whatever the answer to the client was. */
export interface Applied {
  at: string
  service: "vitally" | "salesforce"
  method: string
  route: string
  id: string
  body: Record<string, unknown>
}

/** Counts every request and remembers the newest, and every write applied. */
export class RequestLog {
  readonly recent: Seen[] = []
  readonly counts = new Map<string, number>()
  readonly applied: Applied[] = []
  /** DELETE calls: the extension must never send one. */
  readonly deletes: { host: string; path: string }[] = []
  private waiting: { left: number; done: () => void }[] = []

  add(seen: Seen): void {
    const key = `${seen.service} ${seen.method} ${seen.route || seen.path}`
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1)
    this.recent.push(seen)
    if (this.recent.length > 20_000) this.recent.splice(0, 10_000)
    for (const one of this.waiting) if (--one.left === 0) one.done()
    this.waiting = this.waiting.filter(({ left }) => left > 0)
    if (seen.method === "DELETE") this.deletes.push({ host: seen.host, path: seen.path })
  }

  /** Resolves as soon as `more` further requests have come, before they are answered; with false where `ms` pass first. */
  seen(more: number, ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const wait = { left: more, done: () => finish(true) }
      const timer = setTimeout(() => finish(false), ms)
      const finish = (came: boolean): void => {
        clearTimeout(timer)
        this.waiting = this.waiting.filter((other) => other !== wait)
        resolve(came)
      }
      this.waiting.push(wait)
    })
  }

  /** How many requests since the last reset match; every given part must match exactly, `path` by containing. */
  count(
    filter: Partial<Pick<Seen, "service" | "method" | "host" | "route" | "status">> & { path?: string } = {},
  ): number {
    return this.recent.filter((seen) =>
      Object.entries(filter).every(([key, value]) =>
        key === "path" ? seen.path.includes(String(value)) : seen[key as "route"] === value,
      ),
    ).length
  }

  clear(): void {
    this.recent.length = 0
    this.applied.length = 0
    this.deletes.length = 0
    this.counts.clear()
  }
}
