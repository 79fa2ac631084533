/** What the user changes in a refused touch, and what is sent of it. */
import { beforeEach, expect, it } from "vitest"

import type { MendField } from "~src/messaging/contract"
import type { OutboxRow } from "../cache/rows"
import { createFakeContext, type FakeContext } from "../kernel/context.fake"
import { outboxHandlers } from "./handlers"

const team: MendField = { name: "Team__c", label: "Team" }
const region: MendField = { name: "Region__c", label: "Region" }

let context: FakeContext
const refused = (more: Partial<OutboxRow> = {}): OutboxRow => ({
  id: "w1",
  accountId: "a1",
  accountName: "Acme",
  target: "salesforce",
  kind: "touch.log",
  text: "Log a call",
  payload: {
    salesforceId: "001A0000006Vm9uIAC",
    subject: "Call",
    note: "Old",
    on: "2026-11-23",
    channel: "call",
  },
  state: "refused",
  createdAt: 0,
  sendAfter: 0,
  nextTryAt: 0,
  tries: 3,
  settledAt: 5,
  workspace: "org1",
  fault: { code: "refused", title: "No.", detail: "", mend: [team] },
  ...more,
})
const stored = async () => (await context.db.get("outbox", "w1"))!
const mend = (fields: Record<string, string>, words = { subject: "Call with Ada", note: "New" }) =>
  outboxHandlers["outbox.mend"]({ id: "w1", ...words, fields }, context)

beforeEach(async () => {
  context = await createFakeContext()
})

it("waits to be sent again as if for the first time, with the new words", async () => {
  await context.db.put("outbox", refused())
  await mend({ Team__c: "Field" })
  const row = await stored()
  expect(row).toMatchObject({
    state: "waiting",
    tries: 0,
    payload: { subject: "Call with Ada", note: "New", on: "2026-11-23", fields: { Team__c: "Field" } },
  })
  expect(row.fault).toBeUndefined()
  expect(row.settledAt).toBeUndefined()
  expect(context.topics()).toContain("outbox")
})

it("keeps what was answered before where the org asks for one more field", async () => {
  await context.db.put("outbox", refused())
  await mend({ Team__c: "Field" })
  await context.db.put("outbox", {
    ...(await stored()),
    state: "refused",
    fault: { code: "refused", title: "No.", detail: "", mend: [region] },
  })
  await mend({ Region__c: "EMEA" })
  expect((await stored()).payload.fields).toEqual({ Team__c: "Field", Region__c: "EMEA" })
})

it("takes no field that the org did not ask for, and no empty answer", async () => {
  await context.db.put("outbox", refused())
  await mend({ Team__c: "", OwnerId: "005x", AccountId: "001x" })
  expect((await stored()).payload.fields).toEqual({})
})

it.each([
  ["a task", { kind: "task.complete", payload: { taskId: "t" } }],
  ["one that waits", { state: "waiting" }],
  ["one of which nobody knows", { state: "undecided" }],
] as const)("leaves %s as it is", async (_name, more) => {
  const row = refused(more)
  await context.db.put("outbox", row)
  await mend({ Team__c: "Field" })
  expect(await stored()).toEqual(row)
})

it("says so where it is gone, or on its way", async () => {
  await expect(mend({})).rejects.toMatchObject({ fault: { code: "not-found" } })
  await context.db.put("outbox", refused({ state: "sending" }))
  await expect(mend({})).rejects.toMatchObject({ fault: { code: "refused" } })
})
