import { type ObjectName, readUuid, salesforceId, uuid } from "../book/ids"
import { makeCustomer } from "../book/make-customer"
import type { Customer } from "../book/customer"
import type { ReplicaOptions } from "../options"
import { issueRefreshToken, issueToken } from "../salesforce/oauth"
import type { Refusal, Wording } from "../salesforce/refusals"
import { objectSchema } from "../salesforce/schema"
import type { TaskStatus, ValidationRule } from "../salesforce/writing"
import type { HealthShape } from "../vitally/health-scores"
import type { Row } from "../world/collection"
import { foreignWorld, World } from "../world/world"
import type { Fault } from "./faults"
import { RequestLog, type Applied, type Seen } from "./log"

/** What tests may do to the replica while it runs. Every method also answers to `POST /__control`. */
export class Control {
  readonly log = new RequestLog()
  world: World

  private foreign: World | undefined

  constructor(private options: ReplicaOptions) {
    this.world = new World(options, this.log)
  }

  /** Back to the state at start; options given here replace those of the start. Forgets all counts. */
  reset(options: Partial<ReplicaOptions> = {}): void {
    this.options = { ...this.options, ...options }
    this.log.clear()
    this.world = new World(this.options, this.log)
    this.foreign = undefined
  }

  /** Somebody else's Salesforce org: the same ids name other customers there. Made when it is first asked for. */
  get otherOrg(): World {
    this.foreign ??= foreignWorld(this.options, this.log)
    return this.foreign
  }

  // Faults ------------------------------------------------------------------

  /** Queues a fault; see `Fault` for what can go wrong. */
  fault(fault: Fault): void {
    this.world.faults.add(fault)
  }

  clearFaults(): void {
    this.world.faults.clear()
  }

  /** Requests per minute; null: no limit. `left` sets what is left of it. */
  setRateLimit(perMinute: number | null, left?: number): void {
    this.world.rateLimit.set(perMinute, left)
  }

  setLatency(ms: number): void {
    this.world.latencyMs = ms
  }

  /** Fixes the replica's clock; null: the real one. */
  setNow(now: string | null): void {
    this.world.clock.set(now)
  }

  /** All cursors and query locators handed out so far become invalid. */
  expireCursors(): void {
    this.world.paging.epoch++
    this.world.salesforce.cursors.clear()
  }

  /** Rows per page: Vitally's lists, Salesforce's queries, and their nested lists. */
  setPageSize(sizes: { vitally?: number; salesforce?: number; nested?: number }): void {
    if (sizes.vitally !== undefined) this.world.paging.maxPage = sizes.vitally
    if (sizes.salesforce !== undefined) this.world.salesforce.pageSize = sizes.salesforce
    if (sizes.nested !== undefined) this.world.salesforce.nestedPageSize = sizes.nested
  }

  setHealthShape(shape: HealthShape): void {
    this.world.healthShape = shape
  }

  // Vitally -----------------------------------------------------------------

  /** From now on only these keys are good. */
  setApiKeys(keys: string[]): void {
    this.world.vitallyAccess.keys.clear()
    for (const key of keys) this.world.vitallyAccess.keys.add(key)
  }

  /** Changes fields of an account (traits merge, null deletes) as somebody else would, and bumps `updatedAt`. */
  updateAccount(id: string, patch: Row): void {
    const entry = this.account(id)
    const { traits, ...rest } = patch
    Object.assign(entry.row, rest)
    if (typeof traits === "object" && traits !== null) {
      const merged = { ...(entry.row["traits"] as Row) }
      for (const [key, value] of Object.entries(traits)) {
        if (value === null) Reflect.deleteProperty(merged, key)
        else merged[key] = value as unknown
      }
      entry.row["traits"] = merged
    }
    this.world.vitally.accounts.touch(entry, this.world.clock.stamp())
    // Tasks show their account's name.
    for (const task of this.world.vitally.tasksUnder(entry.id)) task.changed()
  }

  /** A new account, looked after by `advisor` (0 is the signed-in TA). Returns its id. */
  addAccount(facts: Partial<Customer> = {}): string {
    const { book, vitally, clock } = this.world
    const index = book.customers.length
    const at = clock.stamp()
    const customer: Customer = {
      ...makeCustomer(book.options.seed, index, book.calendar, facts.advisor ?? 0),
      createdAt: at,
      updatedAt: at,
      ...facts,
    }
    if (facts.churnedAt === undefined) delete customer.churnedAt
    book.customers.push(customer)
    vitally.addCustomer(customer, 0)
    return customer.id
  }

  churnAccount(id: string): void {
    const entry = this.account(id)
    entry.closed = true
    this.updateAccount(id, { churnedAt: this.world.clock.stamp() })
  }

  /** Removes an account: lists no longer hold it and its id answers 404. */
  deleteAccount(id: string): void {
    this.account(id)
    this.world.vitally.accounts.remove(id)
  }

  /** A new message in a new conversation; by default the customer writes, now, and waits. */
  addMessage(
    accountId: string,
    message: { inbound?: boolean; html?: string; at?: string; subject?: string; source?: string } = {},
  ): string {
    const { vitally, clock, book } = this.world
    const entry = this.account(accountId)
    const customer = vitally.customer(entry.id)
    const at = message.at ?? clock.stamp()
    const inbound = message.inbound ?? true
    const id = uuid("created", this.world.nextNumber())
    const person = customer && book.detailsOf(customer).people[0]
    const them = person ? { type: "user", id: person.id } : {}
    const us = { type: "admin", id: entry.row["csmId"] }
    vitally.addDetail("conversations", entry.id, {
      id,
      createdAt: at,
      updatedAt: at,
      externalId: `thread-${id}`,
      subject: message.subject ?? "A question",
      status: null,
      rating: null,
      source: message.source ?? "google",
      traits: {},
      accounts: [{ id: entry.id, name: entry.row["name"] }],
      users: [],
      admins: [],
      messages: [
        {
          id: uuid("created", this.world.nextNumber()),
          type: inbound ? "inbound" : "outbound",
          externalId: null,
          externalUrl: null,
          conversationId: id,
          timestamp: at,
          message: message.html ?? "<p>Could you help us?</p>",
          from: inbound ? them : us,
          to: [inbound ? us : them],
          cc: [],
          bcc: [],
        },
      ],
    })
    this.updateAccount(entry.id, {
      [inbound ? "lastInboundMessageTimestamp" : "lastOutboundMessageTimestamp"]: at,
    })
    return id
  }

  /** The stored account row, for looking at only. */
  accountRow(id: string): Row {
    return this.account(id).row
  }

  /** The stored task row, for looking at only. */
  taskRow(id: string): Row | undefined {
    return this.world.vitally.tasks.get(id)?.row
  }

  // Salesforce --------------------------------------------------------------

  /** Who sits at the browser; a number into the book's TAs, or null for nobody. */
  signInAs(advisor: number | null): void {
    this.world.salesforce.oauth.signedIn =
      advisor === null ? null : (this.world.book.advisors[advisor] ?? null)
  }

  /** As if the signed-in user had said yes before: authorize redirects at once. */
  consent(): void {
    const { signedIn, consented } = this.world.salesforce.oauth
    if (signedIn) consented.add(signedIn.userId)
  }

  setOAuthError(error: World["salesforce"]["oauth"]["error"]): void {
    this.world.salesforce.oauth.error = error
  }

  /** An access token without the sign-in dance. */
  issueToken(advisor = 0): string {
    return issueToken(this.world, this.world.book.advisors[advisor]!.userId)
  }

  issueRefreshToken(advisor = 0): string {
    return issueRefreshToken(this.world, this.world.book.advisors[advisor]!.userId)
  }

  /** Access tokens expire; refresh tokens stay good. */
  expireSessions(): void {
    for (const session of this.world.salesforce.sessions.values()) session.valid = false
  }

  /** Access and refresh tokens are gone: only a new sign-in helps. */
  revokeAll(): void {
    this.expireSessions()
    this.world.salesforce.oauth.refresh.clear()
  }

  /** `Account.ARR__c`: absent in describe, INVALID_FIELD in queries. */
  hideField(field: string): void {
    this.world.salesforce.hiddenFields.add(field)
    this.permissionsChanged()
  }

  showField(field: string): void {
    this.world.salesforce.hiddenFields.delete(field)
    this.permissionsChanged()
  }

  /** `Contract`: INVALID_TYPE, and absent in describe. */
  hideObject(object: string): void {
    this.world.salesforce.hiddenObjects.add(object)
    this.permissionsChanged()
  }

  showObject(object: string): void {
    this.world.salesforce.hiddenObjects.delete(object)
    this.permissionsChanged()
  }

  /** Everything is shown again, may be filtered and sorted. */
  showAll(): void {
    const { hiddenFields, hiddenObjects, unfilterable, unsortable } = this.world.salesforce
    for (const set of [hiddenFields, hiddenObjects, unfilterable, unsortable]) set.clear()
    this.permissionsChanged()
  }

  /** The field is shown, and refused in WHERE or ORDER BY. */
  forbid(use: "filter" | "sort", field: string): void {
    const { unfilterable, unsortable } = this.world.salesforce
    ;(use === "filter" ? unfilterable : unsortable).add(field)
    this.permissionsChanged()
  }

  /**
   * How describe follows permissions: at once; with `unmodified` it tells the truth, but 304 to who asks for changes;
   * with `lagging` it goes on with what holds now.
   */
  setDescribes(how: "at-once" | "unmodified" | "lagging"): void {
    const { salesforce } = this.world
    salesforce.describes =
      how === "lagging"
        ? { fields: new Set(salesforce.hiddenFields), objects: new Set(salesforce.hiddenObjects) }
        : how
  }

  setWording(wording: Wording): void {
    this.world.salesforce.wording = wording
  }

  /** Refuses a part of a query, a describe or a write with the org's own sentence. */
  refuse(refusal: Refusal): void {
    this.world.salesforce.refusals.add(refusal)
  }

  clearRefusals(): void {
    this.world.salesforce.refusals.clear()
  }

  setTaskStatuses(statuses: TaskStatus[]): void {
    this.world.salesforce.taskStatuses = statuses
  }

  addValidationRule(rule: ValidationRule): void {
    this.world.salesforce.rules.push(rule)
  }

  clearValidationRules(): void {
    this.world.salesforce.rules.length = 0
  }

  /** `Task.Team__c`: a create without it is refused, and describe says so. */
  requireField(field: string): void {
    this.world.salesforce.requiredFields.add(field)
    this.world.salesforce.describeChangedAt = this.world.clock.now()
  }

  /** The user's language changes: fields are labelled so from now on; none given: English again. */
  setLabels(labels: Record<string, string> = {}): void {
    const { salesforce } = this.world
    salesforce.labels.clear()
    for (const [field, label] of Object.entries(labels)) salesforce.labels.set(field, label)
    salesforce.describeChangedAt = this.world.clock.now()
  }

  /** Adds a row as it stands, and returns its id. */
  addRecord(object: ObjectName, facts: Row): string {
    const number = this.world.nextNumber()
    const at = this.world.clock.stamp()
    const Id = salesforceId(object, 800_000 + Math.floor(number / 200), number % 200)
    const blank = Object.fromEntries(
      (objectSchema(object)?.fields ?? []).map(({ name, type }) => [name, type === "boolean" ? false : null]),
    )
    const stamps = { CreatedDate: at, LastModifiedDate: at, SystemModstamp: at }
    this.world.salesforce.tables.add(object, { ...blank, ...stamps, Id, ...facts })
    return typeof facts["Id"] === "string" ? facts["Id"] : Id
  }

  /** The first account is gone and names the second as the one that goes on. */
  mergeAccounts(id: string, into: string): void {
    this.world.salesforce.tables.merge(id, into)
  }

  /** From now on the org is `<label>.my.salesforce.com`; its old host redirects. */
  renameMyDomain(label: string | null): void {
    this.world.salesforce.renamedTo = label
  }

  private permissionsChanged(): void {
    const { salesforce, clock } = this.world
    if (salesforce.describes === "at-once") salesforce.describeChangedAt = clock.now()
  }

  setApiUsage(used: number, limit = 100_000): void {
    Object.assign(this.world.salesforce.usage, { used, limit })
  }

  setTrouble(trouble: World["salesforce"]["trouble"]): void {
    this.world.salesforce.trouble = trouble
  }

  setVersions(versions: string[]): void {
    this.world.salesforce.versions = versions
  }

  /** Changes a record as another user would. */
  updateRecord(id: string, patch: Row): void {
    const at = this.world.clock.stamp()
    for (const object of [
      "Account",
      "Contact",
      "Opportunity",
      "Contract",
      "Task",
      "Event",
      "Case",
      "User",
    ] as const) {
      const row = this.world.salesforce.tables.byId(object, id)
      if (row) Object.assign(row, patch, { LastModifiedDate: at, SystemModstamp: at })
    }
  }

  deleteRecord(id: string): void {
    this.world.salesforce.tables.delete(id)
  }

  // Reading -----------------------------------------------------------------

  /** How many requests matched since the last reset. */
  count(filter: Parameters<RequestLog["count"]>[0] = {}): number {
    return this.log.count(filter)
  }

  /** Requests seen, oldest first. */
  get requests(): readonly Seen[] {
    return this.log.recent
  }

  /** Counts by `service METHOD route`. */
  get counts(): Record<string, number> {
    return Object.fromEntries(this.log.counts)
  }

  /** Writes that were really applied: proof of "exactly once". */
  get applied(): readonly Applied[] {
    return this.log.applied
  }

  /** DELETE calls; tests assert that there was none. */
  get deletes(): readonly { host: string; path: string }[] {
    return this.log.deletes
  }

  /** Every SOQL query answered. */
  get queries(): readonly string[] {
    return this.world.queries
  }

  clearLog(): void {
    this.log.clear()
  }

  private account(id: string): NonNullable<ReturnType<World["vitally"]["account"]>> {
    const entry = this.world.vitally.account(id)
    if (!entry) throw new Error(`no account ${id}${readUuid(id) ? " in this book" : ""}`)
    return entry
  }
}
