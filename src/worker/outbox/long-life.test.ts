/** What a user writes over days, through faults, kills, other workspaces and wrong clocks: it arrives once, in order, or not at all. */
import { afterAll, beforeAll, expect, it, vi } from "vitest"

import type { MethodName, Queued, RequestOf } from "~src/messaging/contract"
import { createFakePlatform } from "~src/platform/platform.fake"
import { type LensDatabase, openLensDatabase } from "../cache/database"
import { setMeta } from "../cache/meta"
import type { OutboxRow } from "../cache/rows"
import { Killed, mortal, random } from "~test/fakes/mortal"
import { templateRows } from "~test/replica/book/projects"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { userKey } from "../salesforce/service"
import { clockOf } from "../kernel/clock"
import type { WorkerContext } from "../kernel/context"
import { createFakeContext, type FakeContext } from "../kernel/context.fake"
import type { Call, PartialHandlers } from "../kernel/handlers"
import { type Job, runJob } from "../kernel/job"
import { createMemory } from "../kernel/memory"
import { markForeign, wake } from "./claim"
import { drain } from "./drain"
import { outboxHandlers } from "./handlers"
import { outboxJob } from "./job"
import { externalIdOf, twinOf } from "../writes/ids"
import { undoMs } from "./queue"
import { outboxAlarm, sendersOf } from "./service"

/** Vitally's time, and how far ours is ahead of it. */
const clock = { time: 0, ahead: 0 }

const lives = Number(process.env.LIVES ?? 6)
const events = 45
const minute = 60_000
const start = Date.parse("2026-11-02T08:00:00Z")
const traitKey = "vitally.custom.sentimentOfTest"
const home = { region: "us", subdomain: access.subdomain } as const
const abroad = { region: "us", subdomain: "beta" } as const
const homeId = `us:${home.subdomain}`
const keys = { home: access.apiKey, abroad: "sk_live_beta", expired: "sk_live_old" }
const headerOf = (key: string): `Basic ${string}` => `Basic ${btoa(`${key}:`)}`

/** As the worker has it, but that nothing is read anew after a write. */
const job: Job = {
  ...outboxJob,
  run: (context, deadline) => drain(context, { ...sendersOf(context), sent: () => undefined }, deadline),
}

let replica: Replica
let next: () => number = () => 0
const chance = (share: number) => next() < share
const upTo = (count: number) => Math.floor(next() * count)
const among = <T>(items: Iterable<T>): T => {
  const all = [...items]
  return all[upTo(all.length)] as T
}

beforeAll(async () => {
  replica = await startReplica({
    accounts: 8,
    tasksPerAccount: 3,
    seed: 9,
    rateLimit: null,
    tls: false,
    now: new Date(start).toISOString(),
  })
  // Waiting for the service, or between tries, only moves the clock.
  const { setTimeout: soon } = globalThis
  vi.stubGlobal("setTimeout", (run: () => void, ms = 0) => {
    clock.time += ms
    return soon(run, 0)
  })
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await replica.close()
})

const world = () => replica.control.world

/** One write that the user asked for, and what became of it as far as the user was told. */
interface Asked {
  id: string
  accountId: string
  kind: OutboxRow["kind"]
  target: OutboxRow["target"]
  /** By what it is known on the server. */
  mark: string
  fate: "wanted" | "undone" | "discarded"
  /** Tried before it was discarded: it may have arrived. */
  doubtful?: boolean
  sent?: boolean
  /** Stopped and sent again later by the user: no longer in line. */
  outOfLine?: boolean
}

class Life {
  readonly asked: Asked[] = []
  readonly platform = createFakePlatform()
  readonly leaks: OutboxRow[] = []
  readonly real = replicaFetch(replica)
  /** The user does nothing of their own accord. */
  watching = false
  fake!: FakeContext
  db!: LensDatabase

  constructor(readonly name: string) {}

  async begin(): Promise<void> {
    this.db = await openLensDatabase(this.name)
    this.fake = await createFakeContext({ platform: this.platform, databaseName: `${this.name}-unused` })
    const { book } = world()
    await this.signIn()
    await this.fake.settings.set({
      salesforce: { connected: true },
      me: { adminId: book.advisors[0]?.id ?? "", name: "Maya", role: "" },
    })
    await this.connect("home")
    const stamp = new Date(start).toISOString()
    for (const { id, salesforceId, name } of book.customers)
      await this.db.put("accounts", { id, name, raw: { id }, salesforceId, readAt: stamp, seenIn: 1 })
    for (const { row } of world().vitally.tasks.all()) {
      const { id, accountId, name } = row as Record<"id" | "accountId" | "name", string>
      const task = { id, accountId, name, raw: { id }, open: 1, readAt: stamp, seenIn: 1 } as const
      await this.db.put("tasks", { ...task, source: "vitally" })
    }
    await setMeta(this.db, "traitMap", { sentiment: traitKey })
    await setMeta(
      this.db,
      "projectTemplates",
      templateRows(book).map(({ id, name }) => ({ id: String(id), name: String(name) })),
    )
  }

  /** The user signs in to Salesforce. */
  async signIn(): Promise<void> {
    const { salesforce, book } = world()
    const { orgId } = salesforce
    const userId = book.advisors[0]?.userId ?? ""
    const apiHost = `${access.myDomain}.my.salesforce.com`
    const whose = { orgId, userId, apiHost, instanceUrl: `https://${apiHost}`, clientId: access.clientId }
    const vault = this.fake.secrets.salesforce
    await vault.setGrant({ ...whose, refreshToken: replica.control.issueRefreshToken() })
    await vault.setAccess({ accessToken: replica.control.issueToken(), orgId, userId })
    await this.db.put("meta", { key: userKey, value: `${orgId}:${userId}` })
    await wake(this.db, this.now(), "salesforce")
  }

  /** The user enters a key: as `vitally.connect` does, without the sweep that follows. */
  connect(to: "home" | "abroad" | "expired"): Promise<void> {
    return (this.connecting = this.connecting.then(() => this.enter(to)))
  }
  private connecting: Promise<void> = Promise.resolve()

  private async enter(to: "home" | "abroad" | "expired"): Promise<void> {
    const workspace = to === "abroad" ? abroad : home
    await markForeign(this.db, "vitally", `us:${workspace.subdomain}`)
    await this.fake.secrets.setVitallyAuthorization(headerOf(keys[to]))
    await this.fake.settings.set({ vitally: { ...workspace, connected: true } })
    await wake(this.db, this.now(), "vitally")
    if (to !== "expired") await this.platform.alarms.arm(outboxAlarm, { at: this.now() + 30_000 })
  }

  now = (): number => clock.time + clock.ahead

  context(db: LensDatabase, fetch: typeof globalThis.fetch): WorkerContext {
    return {
      ...this.fake,
      db,
      fetch,
      memory: createMemory(),
      random: next,
      publish: (...topics) => this.heard(topics),
      now: this.now,
      clock: () => Promise.resolve(clockOf(this.now(), "UTC")),
      // The alarm alone must do: as where the worker dies at once.
      wait: () => Promise.reject(new Error("No timer fires here.")),
    }
  }

  /** A page is told of a write that is about to leave, and the user leaves the workspace in that moment. */
  private heard(topics: string[]): void {
    if (this.watching || !topics.includes("outbox") || !chance(0.03)) return
    void this.connect(among(["home", "abroad"]))
  }

  async call<M extends MethodName & keyof typeof outboxHandlers>(method: M, request: RequestOf<M>, rid = "") {
    const handlers: PartialHandlers = outboxHandlers
    const handler = handlers[method] as (request: RequestOf<M>, context: WorkerContext, call: Call) => unknown
    return handler(request, this.context(this.db, this.fetch), { rid } as Call)
  }

  /** Notes what leaves under the key of another workspace, and lets the user act while the answer is on its way. */
  fetch: typeof globalThis.fetch = async (input, init) => {
    const isAbroad = new Headers(init?.headers).get("authorization") === headerOf(keys.abroad)
    const [row] = await this.db.getAllFromIndex("outbox", "state", "sending")
    if (isAbroad && row?.target === "vitally" && row.workspace === homeId) this.leaks.push(row)
    if (this.watching) return this.real(input, init)
    if (chance(0.1)) await this.act()
    const answer = await this.real(input, init)
    if (chance(0.1)) await this.act()
    if (chance(0.05)) clock.time += upTo(30_000)
    return answer
  }

  /** One thing a user does. */
  async act(): Promise<void> {
    if (chance(0.55)) return this.ask()
    if (chance(0.06)) return this.connect(among(["home", "home", "abroad", "expired"] as const))
    const rows = await this.db.getAll("outbox")
    if (rows.length === 0) return
    const row = among(rows)
    const asked = this.asked.find(({ id }) => id === row.id)
    if (!asked) throw new Error(`Nobody asked for ${row.id}.`)
    const pick = next()
    if (row.state === "undecided") return this.decide(row, asked)
    if (pick < 0.4) return this.undo(row)
    if (pick < 0.55) return this.retry(row, asked)
    // Whoever discards what may have arrived has looked; of a project that can't be told later.
    if (pick < 0.65 && !(row.kind === "project.start" && row.tries > 0)) return this.discard(row, asked)
  }

  async ask(): Promise<void> {
    await this.connecting
    clock.time += 1 + upTo(400)
    const { subdomain } = (await this.fake.settings.get()).vitally
    if (subdomain !== home.subdomain) return
    const rid = `w${this.asked.length}`
    const { id: accountId } = among(world().book.customers)
    const at = new Date(this.now()).toISOString()
    const tasks = await this.db.getAllFromIndex("tasks", "accountId", accountId)
    const base = { id: rid, accountId, target: "vitally", fate: "wanted" } as const
    const known = await this.db.get("accounts", accountId)
    if (!known) return
    const note = among([
      undefined,
      "<script>alert(1)</script> & more",
      "ﷺ مرحبا 👩‍💻",
      "x".repeat(10_000),
      " \n ",
    ])
    const send = async <M extends MethodName & keyof typeof outboxHandlers>(
      method: M,
      request: RequestOf<M>,
    ) => {
      const first = (await this.call(method, request, rid)) as Queued
      // The page asks again where the worker died while it answered.
      if (chance(0.1)) expect(await this.call(method, request, rid)).toEqual(first)
      return first.outboxId
    }
    const kind = among([
      "task.complete",
      "task.reopen",
      "task.add",
      "touch.log",
      "trait.set",
      "project.start",
    ] as const)
    if (kind === "task.add") {
      this.asked.push({ ...base, kind, mark: externalIdOf(rid) })
      const steps = [" ", "Ask <b>why</b>", 'Then "how"']
      await send(kind, { accountId, name: `Task ${rid}`, dueOn: "2026-11-30", steps, ...(note && { note }) })
    } else if (kind === "touch.log") {
      this.asked.push({ ...base, kind, mark: externalIdOf(rid) })
      const twin = { ...base, kind, id: twinOf(rid), target: "salesforce", mark: twinOf(rid) } as const
      const alsoSalesforce = chance(0.5)
      if (alsoSalesforce) this.asked.push(twin)
      const request = { accountId, channel: "call", direction: "outbound", at, alsoSalesforce } as const
      await send(kind, { ...request, ...(note && { note }) })
    } else if (kind === "trait.set") {
      this.asked.push({ ...base, kind, mark: `Value ${rid}` })
      await send(kind, { accountId, trait: "sentiment", value: `Value ${rid}` })
    } else if (kind === "project.start") {
      const templateId = String(among(templateRows(world().book)).id)
      const id = await send(kind, { accountId, templateId })
      if (id === rid) this.asked.push({ ...base, kind, mark: `${accountId}:${templateId}` })
    } else if (tasks.length > 0) {
      const taskId = among(tasks).id
      this.asked.push({ ...base, kind, mark: kind === "task.complete" ? `${taskId}:${at}` : taskId })
      await (kind === "task.complete"
        ? send(kind, { accountId, taskId, source: "vitally" })
        : send(kind, { accountId, taskId }))
    }
  }

  private async undo({ id }: OutboxRow): Promise<void> {
    const { undone } = (await this.call("outbox.undo", { id })) as { undone: boolean }
    if (!undone) return
    // Who logged a contact in both systems takes it back in both, but for what has left already and has a line of its own.
    for (const one of this.asked)
      if (one.id === id || (one.id === twinOf(id) && !one.sent && !(await this.db.get("outbox", one.id))))
        if (one.fate === "wanted") one.fate = "undone"
  }

  private async retry({ id, state }: OutboxRow, asked: Asked): Promise<void> {
    await this.call("outbox.retry", { id }).then(
      () => (asked.outOfLine ||= state === "refused"),
      () => undefined,
    )
  }

  private async discard({ id, tries }: OutboxRow, asked: Asked): Promise<void> {
    await this.call("outbox.discard", { id }).then(
      () => Object.assign(asked, { fate: "discarded", doubtful: tries > 0 }),
      () => undefined,
    )
  }

  /** The user looks into the service, and says what is there. */
  private async decide({ id, kind }: OutboxRow, asked: Asked): Promise<void> {
    const arrived =
      kind === "project.start"
        ? this.projects(asked.mark) >
          this.asked.filter(({ mark, sent }) => mark === asked.mark && sent).length
        : this.salesforceTasks(asked.mark) > 0
    asked.outOfLine = true
    await this.call("outbox.decide", { id, arrived })
    await this.look()
  }

  projects(mark: string): number {
    return replica.control.applied.filter(
      ({ method, route, body }) =>
        method === "POST" &&
        route === "projects" &&
        `${String(body["accountId"])}:${String(body["templateId"])}` === mark,
    ).length
  }

  salesforceTasks(mark: string): number {
    return replica.control.applied.filter(
      ({ method, service, body }) =>
        service === "salesforce" &&
        method === "POST" &&
        String(body["Description"]).includes(`[account-lens ${mark}]`),
    ).length
  }

  /** Notes what is settled: sent rows go after a day. */
  async look(): Promise<void> {
    for (const { id, state } of await this.db.getAll("outbox")) {
      const asked = this.asked.find((one) => one.id === id)
      if (!asked) continue
      asked.sent = state === "sent"
      if (state === "refused") asked.outOfLine = true
    }
  }

  /** The worker at its alarm, for so many operations. */
  async work(life: number): Promise<void> {
    const { db, fetch } = mortal(this.db, this.fetch, life)
    await runJob(this.context(db, fetch), job).catch((error: unknown) => {
      if (!(error instanceof Killed || (error instanceof Error && error.name === "AbortError"))) throw error
    })
    await this.connecting
    await this.look()
  }
}

/** Something that goes wrong. */
function disturb(life: Life): void {
  const { control } = replica
  const isSalesforce = chance(0.2)
  const host = isSalesforce ? "*.my.salesforce.com" : "*vitally*"
  const method = among(["POST", "PUT", "GET", "PATCH"])
  const stage = chance(0.5) ? ("before" as const) : ("after" as const)
  const at = { host, method, skip: upTo(3), times: 1 + upTo(2) }
  const pick = next()
  if (pick < 0.2) control.fault({ ...at, stage, status: among([500, 501, 502, 503, 504]) })
  else if (pick < 0.3)
    control.fault({
      ...at,
      status: 429,
      headers: {
        "retry-after": among(["0", "3", "999999999", "Thu, 01 Jan 1970 00:00:00 GMT", "soon", ""]),
      },
    })
  else if (pick < 0.4) control.fault({ ...at, status: among([400, 403, 409, 422]), body: { error: "No." } })
  else if (pick < 0.45) control.fault({ ...at, status: 401 })
  else if (pick < 0.6) control.fault({ ...at, stage, drop: true })
  else if (pick < 0.75) control.fault({ ...at, cut: true })
  else if (pick < 0.82 && method !== "GET")
    control.fault({ ...at, stage: "after", body: among(["null", "{}", "[]", "<html>", "", '{"id":7}']) })
  else if (pick < 0.87) life.platform.online.set(false)
  else if (pick < 0.93) clock.ahead = (next() - 0.5) * 600 * minute
  else if (pick < 0.95) control.deleteAccount(among(world().vitally.accounts.all()).id)
  else control.expireSessions()
}

it.each(Array.from({ length: lives }, (_, life) => life + Number(process.env.LIFE_SEED ?? 1)))(
  "life %i: each write that was not taken back arrives once, in order",
  async (seed) => {
    next = random(seed * 7919)
    clock.time = start
    clock.ahead = 0
    replica.control.reset()
    replica.control.setApiKeys([keys.home, keys.abroad])
    const { vitallyAccess } = world()
    vitallyAccess.subdomains.add(abroad.subdomain)
    const life = new Life(`outbox-life-${seed}`)
    await life.begin()
    world().vitally.makeAll()
    const tags = foreignTags()
    for (let event = 0; event < events; event += 1) {
      clock.time += among([undoMs - 1, undoMs, minute, 20 * minute, next() * 600 * minute])
      replica.control.setNow(new Date(clock.time).toISOString())
      life.platform.online.set(true)
      if (chance(0.4)) disturb(life)
      while (chance(0.7)) await life.act()
      await life.work(chance(0.3) ? 3 + upTo(60) : Number.POSITIVE_INFINITY)
    }
    await settleAll(life)
    check(life)
    expect(foreignTags()).toEqual(tags)
    life.db.close()
  },
  60_000,
)

/** All is well again, and nothing but the alarm and the user moves what is left. */
async function settleAll(life: Life): Promise<void> {
  replica.control.clearFaults()
  life.watching = true
  clock.ahead = 0
  life.platform.online.set(true)
  await life.connect("home")
  await life.signIn()
  const tried = new Set<string>()
  for (let round = 0; round < 60; round += 1) {
    await life.look()
    const left = (await life.db.getAll("outbox")).filter(({ state }) => state !== "sent")
    if (left.length === 0) return
    for (const row of left) {
      const asked = life.asked.find(({ id }) => id === row.id) as Asked
      if (row.state === "undecided") await life["decide"](row, asked)
      const gone = !world().vitally.accounts.get(row.accountId)
      // Kept for a customer that may come back, until the user knows better.
      if (gone && row.state === "waiting" && row.fault?.code === "not-found")
        await life["discard"](row, asked)
      if (row.state !== "refused") continue
      if (gone || tried.has(row.id)) await life["discard"](row, asked)
      else await life["retry"](row, asked)
      if (!gone)
        expect(tried.has(row.id), `${row.kind} refused for good: ${JSON.stringify(row.fault)}`).toBe(false)
      tried.add(row.id)
    }
    const alarm = (await life.platform.alarms.next(outboxAlarm)) ?? Infinity
    expect(alarm - life.now()).toBeLessThanOrEqual(15 * minute)
    clock.time = Math.max(clock.time, alarm)
    await life.work(Number.POSITIVE_INFINITY)
  }
  throw new Error(`left: ${JSON.stringify(await life.db.getAll("outbox"))}`)
}

const foreignTags = () =>
  [...world().vitally.notes.all()]
    .filter(({ row }) => !String(row["externalId"]).startsWith("account-lens:"))
    .map(({ id, row }) => [id, row["tags"]])

/** By what an applied write is known, as `Asked.mark`. */
function markOf({ route, id, body }: Replica["control"]["applied"][number]): unknown {
  if (body["externalId"] !== undefined) return body["externalId"]
  if (route === "accounts/:id") return String((body["traits"] as Record<string, unknown>)[traitKey])
  if (route === "tasks/:id" && body["completedAt"] !== null) return `${id}:${body["completedAt"] as string}`
  return undefined
}

function check(life: Life): void {
  const { applied, deletes } = replica.control
  expect(life.leaks).toEqual([])
  expect(deletes).toEqual([])
  expect(applied.filter(({ route }) => route === "notes/:id")).toEqual([])
  const marks = applied.map(markOf)
  for (const asked of life.asked) {
    const { kind, target, mark, fate, doubtful, accountId } = asked
    if (kind === "project.start" || kind === "task.reopen") continue
    const count =
      target === "salesforce" ? life.salesforceTasks(mark) : marks.filter((one) => one === mark).length
    const what = JSON.stringify(asked)
    if (target === "salesforce") expect(count, what).toBeLessThanOrEqual(1)
    if (fate === "undone" || (fate === "discarded" && !doubtful)) expect(count, what).toBe(0)
    if (fate === "wanted" && world().vitally.accounts.get(accountId)) expect(count, what).toBeGreaterThan(0)
  }
  const projects = life.asked.filter(({ kind }) => kind === "project.start")
  for (const mark of new Set(projects.map((project) => project.mark))) {
    const own = projects.filter((project) => project.mark === mark)
    const wanted = own.filter(({ fate }) => fate === "wanted").length
    if (world().vitally.accounts.get(mark.split(":")[0] ?? ""))
      expect(life.projects(mark), JSON.stringify(own)).toBe(wanted)
  }
  // In the order asked for, but for what was refused, or left to the user, and sent again later.
  for (const { id } of world().book.customers) {
    const own = life.asked.filter(
      ({ accountId, target, outOfLine }) => accountId === id && target === "vitally" && !outOfLine,
    )
    const places = own.map(({ mark }) => marks.indexOf(mark)).filter((place) => place >= 0)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  }
}
