/** Ten times as much as each list holds: what matters most is kept, and the rest is counted. One call still. */
import { afterAll, beforeAll, expect, test } from "vitest"

import { defaultPolicy } from "~src/domain/policy/presets"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { createSalesforceClient } from "./api/client"
import type { SalesforceAccountBody } from "./account-body"
import { readSalesforceAccount } from "./read-account"
import type { OrgSchema } from "./schema"

const now = "2026-11-23T10:00:00Z"
const id = showcase.globex.salesforceId
const day = (offset: number) => new Date(Date.parse(now) + offset * 86_400_000).toISOString().slice(0, 10)

let replica: Replica
let body: SalesforceAccountBody
let calls = 0

beforeAll(async () => {
  replica = await startReplica({ accounts: 5, seed: 1, now, tls: false })
  const { control } = replica
  const of = { AccountId: id, WhatId: id }
  const many = (count: number, add: (n: number) => void) => Array.from({ length: count }, (_, n) => add(n))
  const done = { ...of, IsClosed: true, Status: "Completed" }
  many(2000, (n) =>
    control.addRecord("Task", {
      ...done,
      Subject: "Old mail",
      ActivityDate: day(-400 - n),
      TaskSubtype: "Email",
    }),
  )
  many(1000, (n) =>
    control.addRecord("Task", {
      ...done,
      Subject: "Mailing",
      ActivityDate: day(-1 - (n % 3)),
      TaskSubtype: "ListEmail",
    }),
  )
  control.addRecord("Task", { ...done, Subject: "The call", ActivityDate: day(-9), TaskSubtype: "Call" })
  many(300, (n) => control.addRecord("Contact", { ...of, Name: `Reader ${n}`, Role__c: null }))
  control.addRecord("Contact", { ...of, Name: "Zoe Champion", Role__c: "Champion" })
  many(20, (n) =>
    control.addRecord("Contract", {
      ...of,
      StatusCode: "Activated",
      Status: "Activated",
      StartDate: `${2003 + n}-01-01`,
      EndDate: `${2003 + n}-12-31`,
    }),
  )
  many(1000, () =>
    control.addRecord("Contract", {
      ...of,
      StatusCode: "Activated",
      Status: "Activated",
      StartDate: "2001-01-01",
      EndDate: null,
    }),
  )
  control.addRecord("Contract", {
    ...of,
    ContractNumber: "NOW",
    StatusCode: "Activated",
    Status: "Activated",
    StartDate: "2026-01-01",
    EndDate: "2027-12-31",
  })
  many(500, (n) =>
    control.addRecord("Opportunity", { ...of, Name: `Far ${n}`, IsClosed: false, CloseDate: day(400 + n) }),
  )
  control.addRecord("Opportunity", { ...of, Name: "Next", IsClosed: false, CloseDate: day(3) })
  many(500, (n) =>
    control.addRecord("Case", {
      ...of,
      Subject: `Old ${n}`,
      IsClosed: false,
      CreatedDate: `2024-01-01T00:00:00Z`,
    }),
  )
  control.addRecord("Case", { ...of, Subject: "Today", IsClosed: false, CreatedDate: now })
  const token = control.issueToken()
  const session = async () => ({ accessToken: token, instanceUrl: "https://acme.my.salesforce.com" })
  let schema: OrgSchema | undefined
  const client = createSalesforceClient({
    fetch: replicaFetch(replica),
    session,
    renew: session,
    version: { get: async () => "67.0", set: async () => undefined },
  })
  const schemas = { get: async () => schema, set: async (value: OrgSchema) => void (schema = value) }
  const read = () =>
    readSalesforceAccount({ client, schemas, mapping: defaultPolicy.mapping, now: () => Date.parse(now) }, id)
  await read()
  control.clearLog()
  body = await read()
  calls = control.count({ service: "salesforce" })
}, 120_000)
afterAll(() => replica.close())

test("one call", () => expect(calls).toBe(1))

test.each([
  [
    "the call of last week among 3,000 activities",
    () => body.closedTasks.some(({ Subject }) => Subject === "The call"),
  ],
  ["the champion among 300 contacts", () => body.contacts.some(({ Name }) => Name === "Zoe Champion")],
  ["the contract that runs among 1,020", () => body.contracts[0]?.ContractNumber === "NOW"],
  ["the opportunity that closes next", () => body.opportunities.some(({ Name }) => Name === "Next")],
  ["the newest case", () => body.cases[0]?.Subject === "Today"],
] as const)("%s is kept", (_, isKept) => expect(isKept()).toBe(true))

test("what is left out is counted", () => {
  for (const section of ["tasks", "contacts", "contracts", "opportunities", "cases"] as const) {
    const state = body.sections[section]
    if (state.state !== "ok") throw new Error(`${section}: ${state.state}`)
    expect(state.total, section).toBeGreaterThan(state.shown)
  }
  expect(body.sections.tasks).toMatchObject({ total: expect.any(Number) as number })
  const { total } = body.sections.tasks as { total: number }
  expect(total).toBeGreaterThanOrEqual(3001)
})
