/** The whole Salesforce side of the worker against the replica: sign-in, one account, the book, writes. */
import { defaultEvidence } from "~src/domain/evidence/words"
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest"

import { SalesforceError } from "./api/errors"
import type { MappingPolicy } from "~src/domain/policy/policy"
import { createFakeContext, type FakeContext } from "../kernel/context.fake"
import type { OutboxRow } from "../cache/rows"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { readAccountBody } from "./account-body"
import { salesforceHandlers } from "../features/connection/salesforce-handlers"
import { refreshSalesforceAccount } from "../refresh/salesforce"
import { refreshSalesforceBook } from "../sync/refresh-book"
import { accountOfRecord } from "./resolve-record"
import { salesforceFacts } from "./salesforce-facts"
import { sendToSalesforce } from "../outbox/send-salesforce"
import { knownLimits, salesforceClient } from "./service"

const now = "2026-11-23T10:00:00Z"
const mapping = {
  salesforceLabels: { arr: ["ARR", "Annual Recurring Revenue"], segment: ["FY25 Segmentation"] },
  opportunityTypes: {
    renewal: ["Renewal"],
    expansion: ["Expansion", "Upsell"],
    labels: ["Opportunity Type"],
  },
} as unknown as MappingPolicy

let replica: Replica
let context: FakeContext

beforeAll(async () => {
  replica = await startReplica({ accounts: 60, seed: 1, now })
})
afterAll(() => replica.close())

/** The browser's part of the flow: follows the consent page's redirect, as launchWebAuthFlow does. */
async function consent(url: string): Promise<string> {
  const answer = await replicaFetch(replica)(url, { redirect: "manual" })
  const location = answer.headers.get("location")
  if (!location) throw new Error("User interaction required.")
  return location
}

beforeEach(async () => {
  replica.control.reset()
  replica.control.signInAs(0)
  replica.control.consent()
  context = await createFakeContext({ now, fetch: replicaFetch(replica) })
  context.wait = () => Promise.resolve()
  context.platform.identity.signIn = (url) => consent(url)
  Object.assign(context.platform.identity, { redirectUrl: `https://${"a".repeat(32)}.chromiumapp.org/` })
})

const signIn = (myDomain: string = access.myDomain, clientId: string = access.clientId) =>
  salesforceHandlers["salesforce.signIn"]({ myDomain, clientId }, context)

const globex = { id: showcase.globex.id, salesforceId: showcase.globex.salesforceId }

describe("sign-in", () => {
  test("stores the grant by org and user, and tells the settings", async () => {
    expect(await signIn()).toMatchObject({ signedIn: true })
    const grant = await context.secrets.salesforce.grant()
    expect(grant?.apiHost).toBe("acme.my.salesforce.com")
    expect(grant?.userId).toMatch(/^005/)
    expect((await context.settings.get()).salesforce).toMatchObject({ mode: "oauth", connected: true })
    expect(await context.secrets.salesforce.pending()).toBeNull()
  })

  test.each([
    ["access_denied", "Salesforce was not given access."],
    ["OAUTH_APP_BLOCKED", "Account Lens is blocked in this Salesforce org."],
    ["OAUTH_APP_ACCESS_DENIED", "Your Salesforce user may not use Account Lens yet."],
  ] as const)("%s has its own words", async (error, title) => {
    replica.control.setOAuthError(error)
    expect(await signIn()).toMatchObject({ signedIn: false, fault: { title } })
    expect(await context.secrets.salesforce.grant()).toBeNull()
  })

  test("a closed window is a refusal", async () => {
    context.platform.identity.signIn = () => Promise.reject(new Error("The user did not approve access."))
    expect(await signIn()).toMatchObject({ fault: { title: "Salesforce was not given access." } })
  })

  test("a page in place of the consent page is asked why: wrong client, wrong callback, out of order, unreachable", async () => {
    const { identity } = context.platform
    const title = async () => {
      const reply = await signIn(undefined, client)
      return reply.signedIn ? "signed in" : reply.fault.title
    }
    let client = "nobody's"
    identity.signIn = () => Promise.reject(new Error("Authorization page could not be loaded."))
    expect(await title()).toBe("Salesforce does not know this Client ID.")
    // Where the page stays on screen, the user closes it.
    identity.signIn = () => Promise.reject(new Error("The user did not approve access."))
    expect(await title()).toBe("Salesforce does not know this Client ID.")
    client = access.clientId
    Object.assign(identity, { redirectUrl: "https://elsewhere.example/" })
    expect(await title()).toBe("The app in Salesforce does not list this extension's callback URL.")
    identity.signIn = () => Promise.reject(new Error("Authorization page could not be loaded."))
    replica.control.fault({ path: "/services/oauth2/authorize", status: 503, times: 1 })
    expect(await title()).toBe("Salesforce has a problem of its own.")
    context.fetch = () => Promise.reject(new TypeError("Failed to fetch"))
    expect(await title()).toBe("Salesforce's sign-in page could not be loaded.")
  })

  test("an answer with another state is refused", async () => {
    context.platform.identity.signIn = async (url) => {
      const back = new URL(await consent(url))
      back.searchParams.set("state", "forged")
      return back.href
    }
    expect(await signIn()).toMatchObject({ signedIn: false })
    expect(await context.secrets.salesforce.grant()).toBeNull()
  })

  test("an instance that is not the chosen My Domain must be confirmed by the user", async () => {
    const { oauth } = replica.control.otherOrg.salesforce
    oauth.consented.add(oauth.signedIn?.userId ?? "")
    const real = context.fetch
    context.fetch = async (input, init) => {
      const answer = await real(input, init)
      const body = (await answer.json()) as object
      return Response.json({ ...body, instance_url: "https://other.my.salesforce.com" })
    }
    expect(await signIn()).toMatchObject({ signedIn: false, otherDomain: "other.my.salesforce.com" })
    expect(await context.secrets.salesforce.grant()).toBeNull()
    expect(await signIn("other.my.salesforce.com")).toMatchObject({ signedIn: true })
  })

  test("an instance that is no Salesforce host is never called", async () => {
    const asked: string[] = []
    const real = context.fetch
    context.fetch = async (input, init) => {
      asked.push(new Request(input).url)
      const answer = await real(input, init)
      const body = (await answer.json()) as object
      return Response.json({ ...body, instance_url: "https://acme.my.salesforce.com.evil.example" })
    }
    expect(await signIn()).toMatchObject({ signedIn: false, fault: { code: "malformed" } })
    expect(asked).toHaveLength(1)
  })

  test("a switched user gets nothing of the one before", async () => {
    await signIn()
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    replica.control.signInAs(1)
    replica.control.consent()
    const first = await context.secrets.salesforce.grant()
    await signIn()
    expect((await context.secrets.salesforce.grant())?.userId).not.toBe(first?.userId)
    expect(await context.db.get("details", `${globex.id}:salesforce`)).toBeUndefined()
  })

  test("signing out forgets the tokens here and revokes them there", async () => {
    await signIn()
    await salesforceHandlers["salesforce.signOut"]({}, context)
    expect(await context.secrets.salesforce.grant()).toBeNull()
    expect(await context.secrets.salesforce.access()).toBeNull()
    expect(replica.control.world.salesforce.oauth.refresh.size).toBe(0)
  })
})

describe("renewal", () => {
  test("an expired session is renewed once, the rotated token stored, and the call repeated", async () => {
    await signIn()
    const before = await context.secrets.salesforce.grant()
    replica.control.expireSessions()
    expect(await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)).toBe(true)
    expect((await context.secrets.salesforce.grant())?.refreshToken).not.toBe(before?.refreshToken)
    expect(replica.control.count({ path: "/services/oauth2/token" })).toBe(2)
  })

  test("two calls that find it expired share one renewal", async () => {
    await signIn()
    const client = await salesforceClient(context)
    await client?.query("SELECT Id FROM Account LIMIT 1")
    replica.control.expireSessions()
    await Promise.all([
      client?.query("SELECT Id FROM Account LIMIT 1"),
      client?.query("SELECT Id FROM Contact LIMIT 1"),
    ])
    expect(replica.control.count({ path: "/services/oauth2/token" })).toBe(2)
  })

  test("a revoked refresh token ends the sign-in; a server that is down does not", async () => {
    await signIn()
    replica.control.expireSessions()
    replica.control.fault({ path: "/services/oauth2/token", status: 503, times: null })
    const read = () => refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    await expect(read()).rejects.toMatchObject({ kind: "server" })
    expect(await context.secrets.salesforce.grant()).not.toBeNull()
    replica.control.clearFaults()
    replica.control.revokeAll()
    replica.control.signInAs(null)
    await expect(read()).rejects.toMatchObject({ kind: "sign-in-again" })
    expect(await context.secrets.salesforce.grant()).toBeNull()
  })

  test("a session that is barred from the API is not renewed in a loop", async () => {
    await signIn()
    replica.control.setTrouble("not-valid-for-rest")
    await expect(
      refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping),
    ).rejects.toMatchObject({ kind: "session-not-allowed" })
    expect(replica.control.count({ path: "/services/oauth2/token" })).toBe(1)
  })
})

describe("one account", () => {
  test("is one call once the org is known, with contracts, opportunities, contacts and activities", async () => {
    await signIn()
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    replica.control.clearLog()
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    expect(replica.control.count({ service: "salesforce" })).toBe(1)
    const row = await context.db.get("details", `${globex.id}:salesforce`)
    const body = readAccountBody(row?.body)
    expect(body?.account.Name).toBe("Globex")
    const facts = salesforceFacts(body!, {
      mapping,
      evidence: defaultEvidence,
      timeZone: "UTC",
      today: "2026-11-23",
      readAt: now,
      apiHost: "acme.my.salesforce.com",
    })
    expect(facts.mapped.arr).toMatchObject({ source: "salesforce" })
    expect(facts.contracts?.renewing?.endOn).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(facts.employees).toMatchObject({ field: "NumberOfEmployees", source: "salesforce" })
    expect(facts.contacts?.length).toBeGreaterThan(0)
    expect(facts.touches?.length).toBeGreaterThan(0)
    expect(facts.touches?.every((touch) => (touch.on ?? "") <= "2026-11-23")).toBe(true)
  })

  test("the field and the words that make a renewal are the team's own; amounts keep their currency", async () => {
    await signIn()
    const [renewal] = replica.control.world.salesforce.tables
      .rows("Opportunity", { accountIds: [globex.salesforceId] })
      .filter((row) => row.AccountId === globex.salesforceId && row.IsClosed !== true)
    replica.control.updateRecord(String(renewal?.Id), { StageName: "Prolongation", CurrencyIsoCode: "EUR" })
    const kindBy = async (opportunityTypes: MappingPolicy["opportunityTypes"]) => {
      const own = { ...mapping, opportunityTypes }
      await refreshSalesforceAccount(context, globex.id, globex.salesforceId, own)
      const body = readAccountBody((await context.db.get("details", `${globex.id}:salesforce`))?.body)
      const facts = salesforceFacts(body!, {
        mapping: own,
        evidence: defaultEvidence,
        timeZone: "UTC",
        today: "2026-11-23",
        readAt: now,
        apiHost: "acme.my.salesforce.com",
      })
      return facts.openOpportunities?.find(({ id }) => id === renewal?.Id)
    }
    const words = { renewal: ["Prolongation"], expansion: [] }
    expect(await kindBy({ ...words, labels: ["Stage"] })).toMatchObject({ kind: "renewal", currency: "EUR" })
    expect(await kindBy({ ...words, labels: ["Opportunity Type"] })).toMatchObject({ kind: "other" })
    expect(await kindBy({ ...words, labels: ["No such field"] })).toMatchObject({ kind: "other" })
    // An org with one currency has no such field: it is not asked for.
    replica.control.hideField("Opportunity.CurrencyIsoCode")
    replica.control.hideField("Account.CurrencyIsoCode")
    const one = await kindBy({ ...words, labels: ["Stage"] })
    expect(one).toMatchObject({ kind: "renewal" })
    expect(one).not.toHaveProperty("currency")
  })

  test("a field that field security hides drops out and is remembered", async () => {
    await signIn()
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    replica.control.hideField("Account.NumberOfEmployees")
    replica.control.hideField("Contact.Title")
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    const body = readAccountBody((await context.db.get("details", `${globex.id}:salesforce`))?.body)
    expect(body?.account).not.toHaveProperty("NumberOfEmployees")
    expect(body?.contacts[0]).not.toHaveProperty("Title")
    replica.control.clearLog()
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    expect(replica.control.count({ service: "salesforce" })).toBe(1)
  })

  test("a hidden object leaves its section out and the rest in", async () => {
    await signIn()
    replica.control.hideObject("Contract")
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    const body = readAccountBody((await context.db.get("details", `${globex.id}:salesforce`))?.body)
    expect(body?.sections.contracts).toEqual({ state: "hidden", what: "Contract" })
    expect(body?.contracts).toEqual([])
    expect(body?.contacts.length).toBeGreaterThan(0)
  })

  test("nested lists are read to their end", async () => {
    await signIn()
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    const whole = readAccountBody((await context.db.get("details", `${globex.id}:salesforce`))?.body)
    replica.control.setPageSize({ nested: 1, salesforce: 1 })
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    const paged = readAccountBody((await context.db.get("details", `${globex.id}:salesforce`))?.body)
    expect(paged?.contacts.map((row) => row.Id)).toEqual(whole?.contacts.map((row) => row.Id))
    expect(paged?.closedTasks.map((row) => row.Id)).toEqual(whole?.closedTasks.map((row) => row.Id))
  })

  test("a merged account is read under the id that it goes on by", async () => {
    await signIn()
    replica.control.mergeAccounts(showcase.initech.salesforceId, globex.salesforceId)
    await refreshSalesforceAccount(context, showcase.initech.id, showcase.initech.salesforceId, mapping)
    const row = await context.db.get("details", `${showcase.initech.id}:salesforce`)
    expect(readAccountBody(row?.body)?.account.Name).toBe("Globex")
  })

  test("where a merged account goes on is remembered: one call again", async () => {
    await signIn()
    const { initech } = showcase
    replica.control.mergeAccounts(initech.salesforceId, globex.salesforceId)
    const read = () => refreshSalesforceAccount(context, initech.id, initech.salesforceId, mapping)
    await read()
    replica.control.clearLog()
    await read()
    expect(replica.control.count({ service: "salesforce" })).toBe(1)
  })

  test("an account merged twice over is followed to the end, also where the first merge was remembered", async () => {
    await signIn()
    const { initech, cyberdyne } = showcase
    const name = async () => {
      await refreshSalesforceAccount(context, initech.id, initech.salesforceId, mapping)
      const row = await context.db.get("details", `${initech.id}:salesforce`)
      return readAccountBody(row?.body)?.account.Name
    }
    replica.control.mergeAccounts(initech.salesforceId, globex.salesforceId)
    expect(await name()).toBe("Globex")
    replica.control.mergeAccounts(globex.salesforceId, cyberdyne.salesforceId)
    expect(await name()).toMatch(/Cyberdyne/)
  })

  test("a survivor that was deleted since is gone, and nothing of it is remembered", async () => {
    await signIn()
    const { initech } = showcase
    const read = () => refreshSalesforceAccount(context, initech.id, initech.salesforceId, mapping)
    replica.control.mergeAccounts(initech.salesforceId, globex.salesforceId)
    await read()
    replica.control.deleteRecord(globex.salesforceId)
    await expect(read()).rejects.toMatchObject({ kind: "not-found" })
  })

  test("an account that is not shared says so", async () => {
    await signIn()
    const gone = "001A0000006Vm9uIAC"
    await expect(refreshSalesforceAccount(context, globex.id, gone, mapping)).rejects.toMatchObject({
      kind: "not-found",
    })
  })

  test.each([
    ["only a partner", { Partner__c: globex.salesforceId }, globex.salesforceId],
    [
      "the same twice",
      { Partner__c: globex.salesforceId, Customer__c: globex.salesforceId },
      globex.salesforceId,
    ],
    [
      "two different ones",
      { Partner__c: globex.salesforceId, Customer__c: showcase.initech.salesforceId },
      null,
    ],
    ["none", {}, null],
  ])("an org's own object that names %s of its accounts", async (_name, lookups, account) => {
    await signIn()
    const client = (await salesforceClient(context))!
    const id = replica.control.addRecord("Implementation__c", { Name: "Rollout", ...lookups })
    expect(await accountOfRecord(client, "Implementation__c", id)).toBe(account)
  })

  test.each(["Opportunity", "Contact"] as const)("a page of an %s leads to its account", async (object) => {
    await signIn()
    const client = (await salesforceClient(context))!
    const [record] = await client.query(
      `SELECT Id FROM ${object} WHERE AccountId = '${globex.salesforceId}' LIMIT 1`,
    )
    expect(await accountOfRecord(client, object, String(record?.Id))).toBe(globex.salesforceId)
  })
})

describe("the book", () => {
  const accounts = () =>
    new Map(Object.values(showcase).map(({ id, salesforceId }) => [id, salesforceId] as const))

  test("takes an aggregated call, one for the rows it leaves open, and one for the user's own tasks", async () => {
    await signIn()
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    replica.control.clearLog()
    await refreshSalesforceBook(context, accounts())
    expect(replica.control.count({ service: "salesforce" })).toBe(3)
    replica.control.clearLog()
    await refreshSalesforceBook(context, accounts())
    expect(replica.control.count({ service: "salesforce" })).toBe(2)
    const touch = await context.db.get("touches", `salesforce-activity:${globex.id}`)
    expect(touch?.on && touch.on <= "2026-11-23").toBe(true)
  })

  test("stops at 80 % of the daily limit", async () => {
    await signIn()
    replica.control.setApiUsage(80_000)
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    expect((await knownLimits(context))?.api).toEqual({ used: expect.any(Number), limit: 100_000 })
    replica.control.clearLog()
    expect(await refreshSalesforceBook(context, accounts())).toEqual({ changed: new Set(), more: false })
    expect(replica.control.count({ service: "salesforce" })).toBe(0)
  })

  test("nothing is called where nobody is signed in", async () => {
    await refreshSalesforceBook(context, accounts())
    await refreshSalesforceAccount(context, globex.id, globex.salesforceId, mapping)
    expect(replica.control.count({ service: "salesforce" })).toBe(0)
  })
})

describe("writes", () => {
  const touchRow = (): OutboxRow => ({
    id: "o-1",
    accountId: globex.id,
    accountName: "Globex",
    target: "salesforce",
    kind: "touch.log",
    text: "Log a call",
    payload: { salesforceId: globex.salesforceId, subject: "Call", on: "2026-11-23", channel: "call" },
    state: "sending",
    createdAt: 0,
    sendAfter: 0,
    nextTryAt: 0,
    tries: 1,
    workspace: "acme",
  })
  const written = async () => {
    const client = (await salesforceClient(context))!
    const rows = await client.query(
      `SELECT Id, Description FROM Task WHERE WhatId = '${globex.salesforceId}' AND Subject = 'Call'`,
    )
    return rows.filter((row) => String(row.Description).includes("[account-lens o-1]")).length
  }

  test("an answer that was lost leads to no second task", async () => {
    await signIn()
    const client = (await salesforceClient(context))!
    replica.control.fault({
      method: "POST",
      path: "/services/data/*/sobjects/Task",
      stage: "after",
      drop: true,
    })
    expect(await sendToSalesforce(client, touchRow(), false)).toMatchObject({ state: "retry" })
    expect(await written()).toBe(1)
    expect(await sendToSalesforce(client, touchRow(), true)).toEqual({ state: "sent" })
    expect(await written()).toBe(1)
  })

  test("where the lookup cannot tell, the user is asked: nothing is sent twice, nothing called refused", async () => {
    await signIn()
    const client = (await salesforceClient(context))!
    replica.control.fault({
      method: "POST",
      path: "/services/data/*/sobjects/Task",
      stage: "after",
      drop: true,
    })
    await sendToSalesforce(client, touchRow(), false)
    replica.control.hideField("Task.Description")
    expect(await sendToSalesforce(client, touchRow(), true)).toMatchObject({ state: "undecided" })
    const created = replica.control.applied.filter(({ service }) => service === "salesforce")
    expect(created).toHaveLength(1)
  })

  test("a request that never arrived is sent again", async () => {
    await signIn()
    const client = (await salesforceClient(context))!
    replica.control.fault({ method: "POST", path: "/services/data/*/sobjects/Task", drop: true })
    expect(await sendToSalesforce(client, touchRow(), false)).toMatchObject({ state: "retry" })
    expect(await sendToSalesforce(client, touchRow(), true)).toEqual({ state: "sent" })
    expect(await written()).toBe(1)
  })
})

test.each([
  ["daily-limit", "daily-limit"],
  ["api-disabled", "api-disabled"],
] as const)("an org with trouble %s is told apart", async (trouble, kind) => {
  await signIn()
  replica.control.setTrouble(trouble)
  const error: unknown = await refreshSalesforceAccount(
    context,
    globex.id,
    globex.salesforceId,
    mapping,
  ).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(SalesforceError)
  expect((error as SalesforceError).kind).toBe(kind)
})
