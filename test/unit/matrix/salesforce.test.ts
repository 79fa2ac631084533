/** The fault matrix of Salesforce: each kind of request, each wrong answer, in the situations in which it is asked. See `cells.ts`. */
import { afterAll, beforeAll, expect } from "vitest"

import { defaultPolicy } from "~src/domain/policy/presets"
import type { OutboxRow } from "~src/worker/cache/rows"
import { createFakeContext, type FakeContext } from "~src/worker/kernel/context.fake"
import { serviceHealth } from "~src/worker/kernel/service-health"
import { drain } from "~src/worker/outbox/drain"
import { decide, enqueue } from "~src/worker/outbox/queue"
import { sendersOf } from "~src/worker/outbox/service"
import { refreshSalesforceAccount } from "~src/worker/refresh/salesforce"
import { SalesforceError } from "~src/worker/salesforce/api/errors"
import { salesforceJob } from "~src/worker/sync/salesforce-job"
import { sync } from "~src/worker/sync/scripted-vitally.fake"
import { testDeps } from "~src/worker/sync/testing"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { type Answer, answers } from "./answers"
import { cells, writeTable } from "./cells"

const { globex } = showcase
const now = "2026-11-23T10:00:00Z"
const task = "00T000000000999AAA"

/** Beside what any proxy answers: forms of Salesforce's own, at the wrong place or for another record. */
const ofSalesforce: Answer[] = [
  ...answers,
  { name: "a query's empty page", fault: { status: 200, body: { totalSize: 0, done: true, records: [] } } },
  { name: "a composite without parts", fault: { status: 200, body: { compositeResponse: [] } } },
  { name: "parts that are none", fault: { status: 200, body: { compositeResponse: [null, 1, {}] } } },
  { name: "a page without records", fault: { status: 200, body: { records: null } } },
  { name: "an error with 200", fault: { status: 200, body: [{ errorCode: "X", message: "No." }] } },
  { name: "another task", fault: { status: 201, body: { id: task, success: true, errors: [] } } },
  {
    name: "somebody else's tokens",
    fault: {
      status: 200,
      body: {
        access_token: "x",
        refresh_token: "y",
        instance_url: `https://${access.myDomain}.my.salesforce.com`,
        id: "https://login.salesforce.com/id/00D000000000999AAA/005000000000999AAA",
      },
    },
  },
]

let replica: Replica
let context: FakeContext
beforeAll(async () => {
  replica = await startReplica({ accounts: 20, seed: 5, rateLimit: null, tls: false, now })
  context = await createFakeContext({ now, fetch: replicaFetch(replica) })
  context.wait = () => Promise.resolve()
  // The browser's session at the org lives on: a sign-in that it ended is taken up again out of sight.
  replica.control.signInAs(0)
  replica.control.consent()
  context.platform.identity.signIn = async (url) => {
    const answer = await replicaFetch(replica)(url, { redirect: "manual" })
    return answer.headers.get("location") ?? Promise.reject(new Error("User interaction required."))
  }
  Object.assign(context.platform.identity, { redirectUrl: `https://${"a".repeat(32)}.chromiumapp.org/` })
  const { book, salesforce } = replica.control.world
  const me = { adminId: book.advisors[0]?.id ?? "", name: "Maya", role: "" }
  const myDomain = `${access.myDomain}.my.salesforce.com`
  await context.secrets.salesforce.setGrant({
    orgId: salesforce.orgId,
    userId: book.advisors[0]?.userId ?? "",
    apiHost: myDomain,
    instanceUrl: `https://${myDomain}`,
    clientId: access.clientId,
    refreshToken: replica.control.issueRefreshToken(),
  })
  await context.settings.set({
    me,
    vitally: { region: "us", subdomain: access.subdomain, connected: true },
    salesforce: { connected: true, mode: "oauth", myDomain },
  })
  await sync(await testDeps({ db: context.db, fetch: replicaFetch(replica), now: context.now, me }))
  await open()
  await salesforceJob.run(context, Infinity)
  expect(await context.db.count("tasks", IDBKeyRange.bound("salesforce:", "salesforce:~"))).toBeGreaterThan(0)
})
afterAll(async () => {
  await replica.close()
  writeTable("matrix-salesforce")
})

const open = () => refreshSalesforceAccount(context, globex.id, globex.salesforceId, defaultPolicy.mapping)
const minute = 60_000

/** All that was read of Salesforce, but for when. */
async function cached(): Promise<unknown> {
  const { db } = context
  const [detail, tasks, touches] = await Promise.all([
    db.get("details", `${globex.id}:salesforce`),
    db.getAll("tasks", IDBKeyRange.bound("salesforce:", "salesforce:~")),
    db.getAll("touches", IDBKeyRange.bound("salesforce-activity:", "salesforce-activity:~")),
  ])
  const plain = (rows: object[]) => rows.map((row) => ({ ...row, readAt: "", missingAt: undefined }))
  return { body: detail?.body, tasks: plain(tasks), touches: plain(touches) }
}

const paths: Record<string, { method: string; path: string }> = {
  "POST composite": { method: "POST", path: "/services/data/*/composite" },
  "GET query": { method: "GET", path: "/services/data/*/query*" },
  "POST token": { method: "POST", path: "/services/oauth2/token" },
  "POST sobjects/Task": { method: "POST", path: "/services/data/*/sobjects/*" },
  "PATCH sobjects/Task": { method: "PATCH", path: "/services/data/*/sobjects/*" },
}

/** Every such request is answered so, until it is cleared. A renewal is asked for where a session has ended. */
function strike(request: string, { fault }: Answer): void {
  if (request === "POST token") replica.control.expireSessions()
  replica.control.fault({ ...fault, ...paths[request], times: null })
}

const clear = () => replica.control.clearFaults()

for (const [situation, prepare] of [
  ["a customer is opened", () => Promise.resolve()],
  ["a customer is opened, and the org is new", forgetOrg],
] as const)
  cells({
    situation,
    requests: ["POST composite", "POST token"],
    answers: ofSalesforce,
    clear,
    async run(request, answer) {
      const before = await cached()
      await prepare()
      strike(request, answer)
      for (let reading = 0; reading < 2; reading += 1) {
        const error: unknown = await open().then(
          () => null,
          (thrown: unknown) => thrown,
        )
        if (!(error instanceof SalesforceError)) throw new Error(`taken for an answer: ${String(error)}`)
        expect(error.fault.title.length).toBeGreaterThan(20)
        await context.pass(15 * minute)
      }
      expect(await cached()).toEqual(before)
      clear()
      expect(await open()).toBe(true)
      expect(await cached()).toEqual(before)
    },
  })

/** What is remembered of the org's fields. */
async function forgetOrg(): Promise<void> {
  for (const key of await context.db.getAllKeys("meta"))
    if (key.startsWith("salesforce.schema") || key.startsWith("salesforce.version"))
      await context.db.delete("meta", key)
}

cells({
  situation: "the book is looked at in the background",
  requests: ["POST composite", "GET query", "POST token"],
  answers: ofSalesforce,
  clear,
  async run(request, answer) {
    const before = await cached()
    strike(request, answer)
    for (let turn = 0; turn < 3; turn += 1) {
      await salesforceJob.run(context, Infinity)
      await context.pass(15 * minute)
    }
    expect(await cached()).toEqual(before)
    const { fault } = await serviceHealth(context, "salesforce")
    if (answer.name !== "a query's empty page") expect(fault?.title.length).toBeGreaterThan(20)
    clear()
    await salesforceJob.run(context, Infinity)
    expect((await serviceHealth(context, "salesforce")).fault).toBeUndefined()
    expect(await cached()).toEqual(before)
  },
})

const writes = { "touch.log": "POST sobjects/Task", "task.complete": "PATCH sobjects/Task" } as const
let sent = 0
for (const kind of ["touch.log", "task.complete", "task.reopen"] as const)
  cells({
    situation: `a write is sent: ${kind}`,
    requests: [writes[kind === "task.reopen" ? "task.complete" : kind], "GET query", "POST token"],
    answers: ofSalesforce,
    clear,
    async run(request, answer) {
      await context.db.clear("outbox")
      const id = `s${(sent += 1).toString()}`
      const { orgId } = replica.control.world.salesforce
      const Status = kind === "task.reopen" ? "Completed" : "Not Started"
      const taskId =
        kind === "touch.log"
          ? ""
          : replica.control.addRecord("Task", { AccountId: globex.salesforceId, Status })
      const payload =
        kind === "touch.log"
          ? { salesforceId: globex.salesforceId, subject: `Call ${id}`, on: "2026-11-23", channel: "call" }
          : { taskId: `salesforce:${taskId}` }
      const draft = { id, kind, target: "salesforce", workspace: orgId, accountId: globex.id } as const
      await enqueue(context, [{ ...draft, accountName: "Globex", text: kind, payload: payload as never }])
      const row = async () => (await context.db.get("outbox", id))!
      const senders = { ...sendersOf(context), sent: () => undefined }
      const turn = async () => {
        await context.pass(15 * minute)
        await drain(context, senders, Infinity)
      }
      const seen = replica.control.applied.length
      strike(request, answer)
      for (let attempt = 0; attempt < 3; attempt += 1) {
        await turn()
        const { state, fault } = await row()
        if (answer.name !== "cut body") expect(state).not.toBe("sent")
        if (state !== "sent") expect(fault?.title.length).toBeGreaterThan(15)
      }
      clear()
      for (let attempt = 0; attempt < 6 && (await row()).state !== "sent"; attempt += 1) {
        await settle(await row(), replica.control.applied.length > seen)
        await turn()
      }
      expect((await row()).state).toBe("sent")
      const done = replica.control.applied.slice(seen)
      if (kind === "touch.log") expect(done.filter(({ method }) => method === "POST")).toHaveLength(1)
      else expect(done.filter(({ method }) => method === "PATCH").length).toBeGreaterThan(0)
    },
  })

/** What the user does with a write that waits for them. */
async function settle(row: OutboxRow, arrived: boolean): Promise<void> {
  if (row.state === "undecided") await decide(context, row.id, arrived)
  if (row.state === "refused") await context.db.put("outbox", { ...row, state: "waiting", nextTryAt: 0 })
}
