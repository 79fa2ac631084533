import type { Exchange } from "../http/exchange"

/** Something that goes wrong on purpose. All given match parts must fit. */
export interface Fault {
  /** Glob on the host, e.g. `*.rest.vitally.io`. */
  host?: string
  method?: string
  /** Glob on the path, e.g. `/resources/accounts/*`; `*` crosses slashes. */
  path?: string
  /** How many times it strikes; default 1; null: until cleared. */
  times?: number | null
  /** Let this many matching requests through first; default 0. */
  skip?: number
  /** `before` (default): instead of the request's work; `after`: the work is done, then its answer is lost. */
  stage?: "before" | "after"
  /** Answer with this status ... */
  status?: number
  /** ... and this body: a string as it is, anything else as JSON. */
  body?: unknown
  headers?: Record<string, string>
  /** Wait first; alone it only slows the request down. */
  delayMs?: number
  /** Send about half of the body, then cut the connection. */
  cut?: boolean
  /** Close the connection without an answer. */
  drop?: boolean
  /** Never answer (until the client gives up or the replica closes). */
  hang?: boolean
}

interface Queued {
  fault: Fault
  left: number
  skip: number
}

/** The queue of faults; the oldest that matches strikes. */
export class Faults {
  private queue: Queued[] = []

  add(fault: Fault): void {
    this.queue.push({
      fault,
      left: fault.times === null ? Infinity : (fault.times ?? 1),
      skip: fault.skip ?? 0,
    })
  }

  clear(): void {
    this.queue = []
  }

  get pending(): Fault[] {
    return this.queue.map((queued) => queued.fault)
  }

  /** The fault that strikes this request, used up by one. */
  take(exchange: Exchange): Fault | null {
    for (const queued of this.queue) {
      const { fault } = queued
      if (fault.method !== undefined && fault.method !== exchange.method) continue
      if (fault.host !== undefined && !glob(fault.host).test(exchange.host)) continue
      if (fault.path !== undefined && !glob(fault.path).test(exchange.path)) continue
      if (queued.skip > 0) {
        queued.skip--
        continue
      }
      queued.left--
      if (queued.left <= 0) this.queue = this.queue.filter((other) => other !== queued)
      return fault
    }
    return null
  }
}

function glob(pattern: string): RegExp {
  return new RegExp(`^${pattern.replace(/[.+?^${}()|[\]\\]/g, "\\$&").replace(/\*/g, ".*")}$`)
}
