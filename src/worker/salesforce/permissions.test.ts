/**
 * Takes away each object and each field that is used anywhere, one by one, before and after anything is remembered of the
 * org: everything else stays, and what was taken is there again as soon as it is given back.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"

import { defaultPolicy } from "~src/domain/policy/presets"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { wordings } from "~test/replica/salesforce/refusals"
import { type Replica, startReplica } from "~test/replica/server"
import { assertSoql } from "~test/replica/soql-parsers"

import { accountLists } from "./account-lists"
import { createSalesforceClient } from "./api/client"
import type { SalesforceAccountBody } from "./account-body"
import { fieldsIn } from "./plan"
import { readSalesforceAccount } from "./read-account"
import type { OrgSchema } from "./schema"
import { sectionNames, type SectionName } from "./sections"

const now = "2026-11-23T10:00:00Z"
const id = showcase.globex.salesforceId
const { mapping } = defaultPolicy

let replica: Replica
/** With nothing taken away. */
let whole: SalesforceAccountBody
beforeAll(async () => {
  replica = await startReplica({ accounts: 30, seed: 1, now, tls: false })
  fillSections()
  whole = (await user().read()).body
})
afterAll(() => replica.close())
beforeEach(() => {
  replica.control.showAll()
  replica.control.setDescribes("at-once")
  replica.control.clearRefusals()
})

/** Something in every section, so that a lost one shows. */
function fillSections(): void {
  const { control } = replica
  const of = { AccountId: id, WhatId: id }
  control.addRecord("Case", { ...of, CaseNumber: "77", Subject: "Slow", Status: "New", IsClosed: false })
  control.addRecord("Opportunity", {
    ...of,
    Name: "Lost",
    StageName: "Closed Lost",
    CloseDate: "2026-10-01",
    IsClosed: true,
  })
  control.addRecord("Event", {
    ...of,
    Subject: "Review",
    StartDateTime: "2026-11-20T10:00:00Z",
    ActivityDate: "2026-11-20",
  })
  control.addRecord("Task", {
    ...of,
    Subject: "Call",
    IsClosed: true,
    ActivityDate: "2026-11-19",
    TaskSubtype: "Call",
  })
}

/** A worker's memory of one org, and its client. */
function user() {
  let schema: OrgSchema | undefined
  let version: string | undefined
  let time = Date.parse(now)
  const token = replica.control.issueToken()
  const session = async () => ({ accessToken: token, instanceUrl: "https://acme.my.salesforce.com" })
  const client = createSalesforceClient({
    fetch: replicaFetch(replica),
    session,
    renew: session,
    version: { get: async () => version, set: async (value) => void (version = value) },
    wait: () => Promise.resolve(),
  })
  return {
    schema: () => schema,
    pass: (ms: number) => (time += ms),
    async read(): Promise<{ body: SalesforceAccountBody; calls: number }> {
      replica.control.clearLog()
      const body = await readSalesforceAccount(
        {
          client,
          schemas: { get: async () => schema, set: async (value) => void (schema = structuredClone(value)) },
          mapping,
          now: () => time,
        },
        id,
      )
      return { body, calls: replica.control.count({ service: "salesforce" }) }
    },
  }
}

const rowsOf: Record<SectionName, (body: SalesforceAccountBody) => unknown[]> = {
  account: ({ account }) => [account],
  opportunities: ({ opportunities }) => opportunities,
  contracts: ({ contracts }) => contracts,
  contacts: ({ contacts }) => contacts,
  tasks: ({ closedTasks }) => closedTasks,
  events: ({ pastEvents, comingEvents }) => [...pastEvents, ...comingEvents],
  cases: ({ cases }) => cases,
}
const sectionOf: Record<string, SectionName> = {
  Account: "account",
  Opportunity: "opportunities",
  Contract: "contracts",
  Contact: "contacts",
  Task: "tasks",
  Event: "events",
  Case: "cases",
}

/** `Object.Field` of everything that any query uses; lookups by the field that holds them. */
function usedFields(): string[] {
  const lists = accountLists({
    accountFields: [
      "Name",
      "Type",
      "OwnerId",
      "ParentId",
      "NumberOfEmployees",
      "LastActivityDate",
      "SystemModstamp",
      "CurrencyIsoCode",
      "ARR__c",
      "FY25_Segmentation__c",
      "TA_Segmentation__c",
      "Number_of_Developers__c",
      "Active_Contract_Period_End__c",
      "Account_Plan_Link__c",
      "Technical_Advisor_Support_Level__c",
    ],
    typeFields: ["Type"],
    roleFields: ["Role__c"],
    now,
  })
  const own = lists.flatMap(({ object, select, where, also = [], orderBy, accountField }) =>
    [
      ...select,
      ...[...where.flat(), ...also].flatMap(fieldsIn),
      ...orderBy.map(({ field }) => field),
      accountField,
    ]
      .map((path) => path.replace(/^(Owner|Parent|Who)\.Name$/, "$1Id"))
      .filter((field) => field !== "Id")
      .map((field) => `${object}.${field}`),
  )
  return [...new Set(own)].sort()
}

const things = [...Object.keys(sectionOf), ...usedFields()]
const hide = (thing: string) =>
  thing.includes(".") ? replica.control.hideField(thing) : replica.control.hideObject(thing)
const show = (thing: string) =>
  thing.includes(".") ? replica.control.showField(thing) : replica.control.showObject(thing)
/** What Salesforce stamps on its own answers differs with the API's version only. */
const rows = (body: SalesforceAccountBody, section: SectionName) => rowsOf[section](body)

/** Every section but the thing's own is as it was; its own has lost no more than the thing. */
function expectRest(body: SalesforceAccountBody, whole: SalesforceAccountBody, thing: string): void {
  const [object = "", field] = thing.split(".")
  const own = sectionOf[object]
  for (const section of sectionNames) {
    if (section === own) continue
    expect(body.sections[section], section).toEqual(whole.sections[section])
    const others = (of: SalesforceAccountBody) =>
      rows(of, section).map((row) => without(row as Record<string, unknown>, lookupsTo[thing] ?? []))
    expect(others(body), section).toEqual(others(whole))
  }
  const state = body.sections[own ?? "account"]
  if (field === undefined) expect(state).toEqual({ state: "hidden", what: object })
  else if (state.state === "hidden") {
    expect(state.what).toBe(thing)
    expect(needed).toContain(thing)
  } else {
    expect(state.state).toBe("ok")
    expect(needed).not.toContain(thing)
    const bare = (list: unknown[]) =>
      list.map((row) => strip(row as Record<string, unknown>, field)).sort(byId)
    if (!changesRows.has(thing)) expect(bare(rows(body, own!))).toEqual(bare(rows(whole, own!)))
  }
}
/** A name that is hidden is hidden in lookups, too. */
const lookupsTo: Partial<Record<string, string[]>> = {
  "Contact.Name": ["Who"],
  "Account.Name": ["Parent", "Account"],
}
const without = (row: Record<string, unknown>, names: string[]) =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)))
const byId = (a: Record<string, unknown>, b: Record<string, unknown>) =>
  String(a.Id).localeCompare(String(b.Id))
const strip = (row: Record<string, unknown>, field: string) =>
  without(row, [field, field.replace(/Id$/, ""), ...(field === "Name" ? ["Parent"] : [])])
/** Without the account itself each section is a query of its own, and a call takes five. */
const callsWithout = (thing: string) => (thing === "Account" ? 2 : 1)
/** Without them the section can't be told apart or found. */
const needed = [
  "Opportunity.AccountId",
  "Opportunity.IsClosed",
  "Contract.AccountId",
  "Contract.StatusCode",
  "Contact.AccountId",
  "Task.AccountId",
  "Task.IsClosed",
  "Event.AccountId",
  "Case.AccountId",
  "Case.IsClosed",
]
/** What hangs on a filter: lost opportunities, children. */
const changesRows = new Set(["Opportunity.IsWon", "Opportunity.CloseDate"])

describe.each(["before", "after"] as const)("taken away %s anything is remembered", (when) => {
  test.each(things)("%s", async (thing) => {
    const one = user()
    if (when === "after") await one.read()
    hide(thing)
    const without = await one.read()
    expectRest(without.body, whole, thing)
    // Remembered: the next reading does not run into it again.
    const again = await one.read()
    expectRest(again.body, whole, thing)
    expect(again.calls).toBe(callsWithout(thing))
    if (when === "after") expect(without.calls).toBeLessThanOrEqual(callsWithout(thing) + 1)
    show(thing)
    const back = await one.read()
    expect(back.body).toEqual(whole)
    expect(back.calls).toBeLessThanOrEqual(2)
    expect((await one.read()).calls).toBe(1)
    for (const query of replica.control.queries.slice(-40)) assertSoql(query)
  })
})

/** Each wording names fields, lookups, lists and objects in its own way. */
const kindsOfThings = things.filter(
  (thing) => !thing.includes(".") || /Id$|\.(Name|Amount|EndDate)$/.test(thing),
)

describe.each(wordings)("in an org that words refusals as %s", (wording) => {
  beforeEach(() => replica.control.setWording(wording))

  test.each(kindsOfThings)("%s, of which describe says nothing new", async (thing) => {
    replica.control.setDescribes("unmodified")
    const one = user()
    await one.read()
    hide(thing)
    const without = await one.read()
    expectRest(without.body, whole, thing)
    expect((await one.read()).calls).toBe(callsWithout(thing))
    show(thing)
    const back = await one.read()
    expect(back.body).toEqual(whole)
  })
})
