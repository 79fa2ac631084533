import { Book } from "../book/book"
import { Faults } from "../control/faults"
import type { RequestLog } from "../control/log"
import { LookerReplica } from "../looker/state"
import { access, type ReplicaOptions } from "../options"
import { SalesforceState } from "../salesforce/state"
import type { VitallyAccess } from "../vitally/auth"
import type { HealthShape } from "../vitally/health-scores"
import type { Paging } from "../vitally/lists"
import { RateLimit } from "../vitally/rate-limit"
import { VitallyStore } from "../vitally/store"
import { WorldClock } from "./clock"
import type { Entry } from "./collection"

/** Everything that a reset throws away: the book, what was written to it, sessions, limits, faults. */
export class World {
  readonly clock: WorldClock
  readonly book: Book
  readonly vitally: VitallyStore
  readonly salesforce: SalesforceState
  readonly looker: LookerReplica
  readonly rateLimit: RateLimit
  readonly faults = new Faults()
  readonly paging: Paging = { epoch: 0, maxPage: 100 }
  readonly vitallyAccess: VitallyAccess = {
    subdomains: new Set([access.subdomain]),
    keys: new Set([access.apiKey]),
  }
  readonly tasksByExternalId = new Map<string, Entry>()
  readonly notesByExternalId = new Map<string, Entry>()
  /** Every SOQL query answered, newest last. */
  readonly queries: string[] = []
  healthShape: HealthShape = "results"
  latencyMs: number
  private number = 0

  constructor(
    readonly options: ReplicaOptions,
    readonly log: RequestLog,
    orgId = "00D5f000000Rep1",
  ) {
    this.clock = new WorldClock(options.now)
    this.book = new Book({
      seed: options.seed ?? 1,
      accounts: options.accounts ?? 60,
      now: this.clock.now(),
      ...(options.ratios ? { ratios: options.ratios } : {}),
    })
    this.vitally = new VitallyStore(this.book, this.clock, options.tasksPerAccount ?? 2)
    this.salesforce = new SalesforceState(this.book, options.salesforcePageSize ?? 2000, orgId)
    this.looker = new LookerReplica(this.book, this.clock)
    this.rateLimit = new RateLimit(options.rateLimit === undefined ? 1000 : options.rateLimit)
    this.latencyMs = options.latencyMs ?? 0
  }

  /** 1, 2, 3, ...: numbers for created things. */
  nextNumber(): number {
    return ++this.number
  }
}

/** Another org's world: no record has the name that its id has in ours. */
export function foreignWorld(options: ReplicaOptions, log: RequestLog): World {
  const world = new World(
    { ...options, accounts: Math.min(options.accounts ?? 60, 60) },
    log,
    "00D5f000000Rep2",
  )
  for (const customer of world.book.customers) customer.salesforceName = `Foreign ${customer.index + 1} Ltd`
  return world
}
