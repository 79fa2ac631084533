/** Whatever Salesforce or a proxy answers to a write: it counts as sent once Salesforce is seen to hold it, and it arrives once. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"

import type { OutboxRow } from "~src/worker/cache/rows"
import { createSalesforceClient } from "~src/worker/salesforce/api/client"
import { showcase } from "~test/replica/book/showcase"
import type { Fault } from "~test/replica/control/faults"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { sendToSalesforce } from "./send-salesforce"

const { globex } = showcase
const now = "2026-11-23T10:00:00Z"
let replica: Replica
beforeAll(async () => {
  replica = await startReplica({ accounts: 12, seed: 1, now, tls: false })
})
afterAll(() => replica.close())
beforeEach(() => replica.control.reset())

function client() {
  const token = replica.control.issueToken()
  const session = async () => ({ accessToken: token, instanceUrl: "https://acme.my.salesforce.com" })
  return createSalesforceClient({
    fetch: replicaFetch(replica),
    session,
    renew: session,
    version: { get: async () => "67.0", set: async () => undefined },
    wait: () => Promise.resolve(),
    random: () => 0.5,
  })
}

const rowOf = (kind: OutboxRow["kind"], payload: Record<string, unknown>): OutboxRow => ({
  id: "o-1",
  accountId: globex.id,
  accountName: "Globex",
  target: "salesforce",
  kind,
  text: "x",
  payload,
  state: "sending",
  createdAt: Date.parse(now),
  sendAfter: 0,
  nextTryAt: 0,
  tries: 1,
  workspace: "acme",
})

const elsewhere = "00T000000000999AAA"
const answers: [name: string, fault: Omit<Fault, "path" | "method">][] = [
  ["200 {}", { status: 200, body: {} }],
  ["200 null", { status: 200, body: null }],
  ["200 []", { status: 200, body: [] }],
  ["200, empty", { status: 200, body: "" }],
  ["204", { status: 204, body: "" }],
  ["201 with another record", { status: 201, body: { id: elsewhere, success: true, errors: [] } }],
  ["201 without success", { status: 201, body: { id: elsewhere, success: false, errors: ["no"] } }],
  ["200 with wrong types", { status: 200, body: { id: 7, success: "yes", errors: {} } }],
  ["200 with an error in it", { status: 200, body: [{ errorCode: "X", message: "no" }] }],
  ["200 HTML", { status: 200, body: "<html>Sign in</html>" }],
  ["200 with 20 MB of something else", { status: 200, body: "x".repeat(20_000_000) }],
  ["302 to a sign-in page", { status: 302, headers: { location: "https://login.example/" } }],
  ["403", { status: 403, body: { error: "No." } }],
  ["404 of a proxy", { status: 404, body: "<html>Not found</html>" }],
  ["503", { status: 503, body: "" }],
]

const kinds = ["touch.log", "task.complete", "task.reopen"] as const

describe.each(kinds)("%s", (kind) => {
  const task = () =>
    replica.control.addRecord("Task", {
      AccountId: globex.salesforceId,
      Status: kind === "task.reopen" ? "Completed" : "Not Started",
    })
  const payload = (id: string) =>
    kind === "touch.log"
      ? { salesforceId: globex.salesforceId, subject: "Call", on: "2026-11-23", channel: "call" }
      : { taskId: `salesforce:${id}` }
  const times = () => replica.control.applied.length

  it.each(answers)("answered %s without being done: kept and said, then sent once", async (_name, fault) => {
    const row = rowOf(kind, payload(task()))
    const before = times()
    for (const method of ["POST", "PATCH"])
      replica.control.fault({ ...fault, method, path: "/services/data/*/sobjects/*", times: null })
    const salesforce = client()
    for (let tries = 1; tries <= 3; tries += 1) {
      const outcome = await sendToSalesforce(salesforce, { ...row, tries }, tries > 1)
      if (outcome.state !== "retry") throw new Error(outcome.state)
      expect(outcome.fault.title).toMatch(/Salesforce/)
    }
    expect(times()).toBe(before)
    replica.control.clearFaults()
    expect(await sendToSalesforce(salesforce, { ...row, tries: 4 }, true)).toEqual({ state: "sent" })
    expect(times()).toBe(before + 1)
  })

  it.each(answers)("done, and answered %s: sent once", async (_name, fault) => {
    const row = rowOf(kind, payload(task()))
    const before = times()
    for (const method of ["POST", "PATCH"])
      replica.control.fault({
        ...fault,
        method,
        path: "/services/data/*/sobjects/*",
        times: 1,
        stage: "after",
      })
    const salesforce = client()
    const first = await sendToSalesforce(salesforce, row, false)
    if (first.state !== "sent") {
      expect(first.state).toBe("retry")
      expect(await sendToSalesforce(salesforce, { ...row, tries: 2 }, true)).toEqual({ state: "sent" })
    }
    // Setting a status a second time changes nothing; a second touch would be a double.
    expect(times() - before).toBeLessThanOrEqual(kind === "touch.log" ? 1 : 2)
  })

  it("asks the user where Salesforce accepts it again and again without showing it", async () => {
    for (const method of ["POST", "PATCH"])
      replica.control.fault({
        method,
        path: "/services/data/*/sobjects/*",
        times: null,
        status: 200,
        body: {},
      })
    const outcome = await sendToSalesforce(client(), { ...rowOf(kind, payload(task())), tries: 4 }, true)
    expect(outcome).toMatchObject({ state: "undecided", fault: { title: expect.stringMatching(/not show/) } })
  })
})

it("takes a list whose pages go round in a circle for unreadable", async () => {
  const next = "/services/data/v67.0/query/01g-1"
  const body = { totalSize: 9, done: false, records: [{ Id: "1" }], nextRecordsUrl: next }
  replica.control.fault({ path: "/services/data/*/query*", times: null, status: 200, body })
  await expect(client().query("SELECT Id FROM Task")).rejects.toMatchObject({ kind: "malformed" })
})
