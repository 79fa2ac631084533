/** Writes into an org whose administrators have their own statuses, required fields and rules. Never twice, whatever they say. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"

import type { OutboxRow } from "~src/worker/cache/rows"
import { createSalesforceClient } from "~src/worker/salesforce/api/client"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { sendToSalesforce } from "./send-salesforce"

const { globex } = showcase
let replica: Replica
beforeAll(async () => {
  replica = await startReplica({ accounts: 20, seed: 1, now: "2026-11-23T10:00:00Z", tls: false })
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

const touch = (payload: Record<string, unknown> = {}): OutboxRow => ({
  id: "o-1",
  accountId: globex.id,
  accountName: "Globex",
  target: "salesforce",
  kind: "touch.log",
  text: "Log a call",
  payload: {
    salesforceId: globex.salesforceId,
    subject: "Call",
    on: "2026-11-23",
    channel: "call",
    ...payload,
  },
  state: "sending",
  createdAt: 0,
  sendAfter: 0,
  nextTryAt: 0,
  tries: 1,
  workspace: "acme",
})
const created = () => replica.control.applied.filter(({ method }) => method === "POST")
const body = () => created().at(-1)?.body

const own = [
  { ApiName: "Offen", MasterLabel: "Offen", IsClosed: false, IsDefault: true, SortOrder: 1 },
  { ApiName: "Storniert", MasterLabel: "Storniert", IsClosed: true, IsDefault: false, SortOrder: 2 },
  { ApiName: "Erledigt", MasterLabel: "Erledigt", IsClosed: true, IsDefault: true, SortOrder: 3 },
]

test("takes the org's own closed status, and leaves the priority to its default", async () => {
  replica.control.setTaskStatuses(own)
  expect(await sendToSalesforce(client(), touch(), false)).toEqual({ state: "sent" })
  expect(body()).toMatchObject({ Status: "Erledigt", TaskSubtype: "Call" })
  expect(body()).not.toHaveProperty("Priority")
})

test("opens and closes a task with the org's own words", async () => {
  replica.control.setTaskStatuses(own)
  const id = replica.control.addRecord("Task", { AccountId: globex.salesforceId, Status: "Offen" })
  const row = (kind: OutboxRow["kind"], status?: string) => ({
    ...touch(),
    kind,
    payload: { taskId: `salesforce:${id}`, ...(status && { status }) },
  })
  const statusNow = () => replica.control.world.salesforce.tables.byId("Task", id)?.Status
  expect(await sendToSalesforce(client(), row("task.complete"), false)).toEqual({ state: "sent" })
  expect(statusNow()).toBe("Erledigt")
  // The status it had is none of the org's any more.
  await sendToSalesforce(client(), row("task.reopen", "Not Started"), false)
  expect(statusNow()).toBe("Offen")
})

test("shows a validation rule's own sentence as plain text, cut, and takes the mended touch once", async () => {
  const message = `<b>Please</b> log calls\u0000 with a note. ${"More of it. ".repeat(60)}`
  replica.control.addValidationRule({ object: "Task", field: "Subject", value: "Call", message })
  const outcome = await sendToSalesforce(client(), touch(), false)
  if (outcome.state !== "refused") throw new Error(outcome.state)
  expect(outcome.fault.detail).toMatch(/^Salesforce says: “Please log calls with a note\. More of it\./)
  expect(outcome.fault.detail.length).toBeLessThan(380)
  expect(outcome.fault.detail).not.toContain("<b>")
  expect(created()).toHaveLength(0)
  expect(await sendToSalesforce(client(), touch({ subject: "Call about rollout" }), false)).toEqual({
    state: "sent",
  })
  expect(created()).toHaveLength(1)
})

test("asks for a field that the org requires, by its label and values", async () => {
  replica.control.requireField("Task.Team__c")
  const outcome = await sendToSalesforce(client(), touch(), false)
  if (outcome.state !== "refused") throw new Error(outcome.state)
  expect(outcome.fault.detail).toContain("Required fields are missing")
  expect(outcome.fault.mend).toEqual([
    {
      name: "Team__c",
      label: "Team",
      values: [
        { value: "Field", label: "Field" },
        { value: "Digital", label: "Digital" },
      ],
    },
  ])
  expect(await sendToSalesforce(client(), touch({ fields: { Team__c: "Field" } }), false)).toEqual({
    state: "sent",
  })
  expect(body()).toMatchObject({ Team__c: "Field" })
})

test("a locked row is repeated at once, then kept; nothing is written twice", async () => {
  const lock = {
    on: "create",
    object: "Task",
    errorCode: "UNABLE_TO_LOCK_ROW",
    message: "unable to obtain exclusive access to this record or 1 records: 001A",
  } as const
  replica.control.refuse({ ...lock, times: 2 })
  expect(await sendToSalesforce(client(), touch(), false)).toEqual({ state: "sent" })
  expect(created()).toHaveLength(1)
  replica.control.refuse({ ...lock, times: null })
  expect(await sendToSalesforce(client(), touch(), true)).toEqual({ state: "sent" })
  expect(await sendToSalesforce(client(), { ...touch(), id: "o-2" }, false)).toMatchObject({ state: "retry" })
  expect(created()).toHaveLength(1)
})

test("where statuses can't be read just now, nothing is sent and nothing is lost", async () => {
  replica.control.refuse({
    on: "query",
    object: "TaskStatus",
    errorCode: "UNKNOWN_EXCEPTION",
    message: "An unexpected error occurred.",
    times: null,
  })
  expect(await sendToSalesforce(client(), touch(), false)).toMatchObject({ state: "retry" })
  expect(created()).toHaveLength(0)
})

test("where the list of statuses is hidden, the ones that tasks bear are taken", async () => {
  replica.control.setTaskStatuses(own)
  replica.control.hideObject("TaskStatus")
  replica.control.addRecord("Task", { AccountId: globex.salesforceId, Status: "Erledigt", IsClosed: true })
  expect(await sendToSalesforce(client(), touch(), false)).toEqual({ state: "sent" })
  const { Status } = body() as { Status: string }
  const closed = replica.control.world.salesforce.tables
    .rows("Task")
    .filter(({ IsClosed }) => IsClosed)
    .map(({ Status }) => Status)
  expect(closed).toContain(Status)
})

test("of a task that the org will not close it says where that is mended: nothing here can change it", async () => {
  const id = replica.control.addRecord("Task", { AccountId: globex.salesforceId, Status: "Not Started" })
  replica.control.refuse({
    on: "update",
    object: "Task",
    errorCode: "FIELD_CUSTOM_VALIDATION_EXCEPTION",
    message: "Say why it was closed.",
  })
  const row = { ...touch(), kind: "task.complete" as const, payload: { taskId: `salesforce:${id}` } }
  const outcome = await sendToSalesforce(client(), row, false)
  expect(outcome).toMatchObject({
    state: "refused",
    fault: { next: "Mend the task in Salesforce and try again, or discard the change." },
  })
})

test("lacking rights is a verdict in the org's own words, not tried for ever", async () => {
  replica.control.refuse({
    on: "create",
    object: "Task",
    status: 403,
    errorCode: "INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY",
    message: "insufficient access rights on cross-reference id",
  })
  const outcome = await sendToSalesforce(client(), touch(), false)
  expect(outcome).toMatchObject({ state: "refused" })
  expect(JSON.stringify(outcome)).toContain("insufficient access rights")
})

test("in maintenance a write waits, and goes out once afterwards", async () => {
  replica.control.refuse({
    on: "create",
    object: "Task",
    errorCode: "INSERT_UPDATE_DELETE_NOT_ALLOWED_DURING_MAINTENANCE",
    message: "Records cannot be changed: read-only mode",
  })
  expect(await sendToSalesforce(client(), touch(), false)).toMatchObject({ state: "retry" })
  expect(await sendToSalesforce(client(), touch(), true)).toEqual({ state: "sent" })
  expect(created()).toHaveLength(1)
})
