/** Fields are found by labels, which speak the user's language; what was found once is known by its API name. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"

import { defaultPolicy } from "~src/domain/policy/presets"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { createSalesforceClient } from "./api/client"
import { readSalesforceAccount } from "./read-account"
import type { OrgSchema } from "./schema"

const now = "2026-11-23T10:00:00Z"
const id = showcase.globex.salesforceId
let replica: Replica
beforeAll(async () => {
  replica = await startReplica({ accounts: 5, seed: 1, now, tls: false })
})
afterAll(() => replica.close())
beforeEach(() => replica.control.reset())

/** One user's memory of the org. */
function user() {
  let schema: OrgSchema | undefined
  const token = replica.control.issueToken()
  const session = async () => ({ accessToken: token, instanceUrl: "https://acme.my.salesforce.com" })
  const client = createSalesforceClient({
    fetch: replicaFetch(replica),
    session,
    renew: session,
    version: { get: async () => "67.0", set: async () => undefined },
  })
  const schemas = { get: async () => schema, set: async (value: OrgSchema) => void (schema = value) }
  const labels = { ...defaultPolicy.mapping.salesforceLabels }
  return {
    labels,
    read: () =>
      readSalesforceAccount(
        {
          client,
          schemas,
          mapping: { ...defaultPolicy.mapping, salesforceLabels: labels },
          now: () => Date.parse(now),
        },
        id,
      ),
  }
}

const german = {
  "Account.ARR__c": "Jahresumsatz",
  "Account.NumberOfEmployees": "Mitarbeiter",
  "Account.Active_Contract_Period_End__c": "Vertragsende",
  "Account.Type": "Kundentyp",
  "Contact.Role__c": "Rolle",
  "Opportunity.Type": "Typ",
}

test("a user who changes the language keeps every field that was found", async () => {
  const { read } = user()
  const before = await read()
  expect(before.fields).toMatchObject({ arr: "ARR__c", employees: "NumberOfEmployees", accountType: "Type" })
  replica.control.setLabels(german)
  const after = await read()
  expect(after.fields).toEqual(before.fields)
  expect(after.account).toEqual(before.account)
  expect([after.roleField, after.typeField]).toEqual([before.roleField, before.typeField])
})

test("a user who begins in another language finds what its API name tells, and guesses nothing else", async () => {
  replica.control.setLabels(german)
  const { fields, roleField, typeField } = await user().read()
  expect(fields).toMatchObject({
    arr: "ARR__c",
    renewalOn: "Active_Contract_Period_End__c",
    accountType: "Type",
  })
  // "Employees" is no part of the name.
  expect(fields).not.toHaveProperty("employees")
  expect([roleField, typeField]).toEqual(["Role__c", "Type"])
})

test("a label of one's own language, set in the policy, finds the rest", async () => {
  replica.control.setLabels(german)
  const { labels, read } = user()
  labels.employees = ["Mitarbeiter"]
  expect((await read()).fields).toMatchObject({ employees: "NumberOfEmployees" })
})

test("another field that takes the old label over is asked for too, the one that holds something counts", async () => {
  const { read } = user()
  await read()
  replica.control.setLabels({ "Account.ARR__c": "Old ARR", "Account.AnnualRevenue": "ARR" })
  replica.control.updateRecord(id, { AnnualRevenue: null, ARR__c: 120_000 })
  expect((await read()).fields.arr).toBe("ARR__c")
  replica.control.updateRecord(id, { AnnualRevenue: 99_000 })
  expect((await read()).fields.arr).toBe("AnnualRevenue")
})

test("a field that was found and is hidden now is not asked for; it is found again when it is shown", async () => {
  const { read } = user()
  const before = await read()
  replica.control.setLabels(german)
  replica.control.hideField("Account.ARR__c")
  expect((await read()).fields).not.toHaveProperty("arr")
  replica.control.showField("Account.ARR__c")
  expect((await read()).fields.arr).toBe(before.fields.arr)
})
