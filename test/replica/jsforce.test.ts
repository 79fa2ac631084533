import { Connection, OAuth2 } from "jsforce"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { showcase } from "./book/showcase"
import { access } from "./options"
import { type Replica, startReplica } from "./server"

const redirectUri = "https://abcdefghijklmnopabcdefghijklmnop.chromiumapp.org/oauth"
let replica: Replica
let org: string

beforeAll(async () => {
  replica = await startReplica({ tls: false, accounts: 60, seed: 3 })
  org = `${replica.origin}/@${access.myDomain}.my.salesforce.com`
})
afterAll(() => replica.close())
beforeEach(() => replica.control.reset())

/** jsforce as a signed-in client. */
function connect(): Connection {
  return new Connection({
    instanceUrl: org,
    accessToken: replica.control.issueToken(),
    version: "67.0",
  })
}

/** Presses Allow, as a browser would, and returns what the redirect carries. */
async function allow(url: string): Promise<URLSearchParams> {
  const shown = await (await fetch(url)).text()
  expect(shown).toContain("Allow Access?")
  const form = new URLSearchParams(new URL(url).search)
  form.set("action", "allow")
  const reply = await fetch(`${org}/services/oauth2/authorize`, {
    method: "POST",
    body: form,
    redirect: "manual",
  })
  return new URL(reply.headers.get("location") ?? "").searchParams
}

describe("jsforce against the replica", () => {
  it("signs in by authorization code with PKCE, then refreshes with rotation", async () => {
    const oauth2 = new OAuth2({
      loginUrl: org,
      clientId: access.clientId,
      redirectUri,
      useVerifier: true,
    })
    const answer = await allow(oauth2.getAuthorizationUrl({ scope: "api refresh_token", state: "s1" }))
    expect(answer.get("state")).toBe("s1")
    const granted = await oauth2.requestToken(answer.get("code") ?? "")
    expect(granted.id).toMatch(/\/id\/00D\w{15}\/005\w{15}$/)
    expect(granted.instance_url).toBe("https://acme.my.salesforce.com")
    await expect(oauth2.requestToken(answer.get("code") ?? "")).rejects.toThrow("expired authorization code")

    const first = granted.refresh_token ?? ""
    const renewed = await oauth2.refreshToken(first)
    expect(renewed.refresh_token).not.toBe(first)
    await expect(oauth2.refreshToken(first)).rejects.toThrow("expired access/refresh token")
    const connection = new Connection({
      instanceUrl: org,
      accessToken: renewed.access_token,
      version: "67.0",
    })
    expect((await connection.query("SELECT COUNT() FROM Account")).totalSize).toBe(59)
  })

  it("is refused with a verifier that does not fit", async () => {
    const oauth2 = new OAuth2({
      loginUrl: org,
      clientId: access.clientId,
      redirectUri,
      useVerifier: true,
    })
    const answer = await allow(oauth2.getAuthorizationUrl({}))
    const other = new OAuth2({
      loginUrl: org,
      clientId: access.clientId,
      redirectUri,
      useVerifier: true,
    })
    await expect(other.requestToken(answer.get("code") ?? "")).rejects.toThrow("invalid code verifier")
  })

  it("queries with parents, conditions and order", async () => {
    const { records } = await connect().query<{ Id: string; Owner: { Name: string } }>(
      `SELECT Id, Name, Owner.Name FROM Account WHERE Name LIKE 'glob%' AND NumberOfEmployees >= 40000`,
    )
    expect(records.map((record) => record.Id)).toEqual([showcase.globex.salesforceId])
    expect(records[0]?.Owner.Name).toMatch(/^\w+ \w+$/)
  })

  it("follows nextRecordsUrl of the outer list", async () => {
    replica.control.setPageSize({ salesforce: 25 })
    const connection = connect()
    const first = await connection.query("SELECT Id FROM Account ORDER BY Id")
    expect([first.done, first.records.length, first.totalSize]).toEqual([false, 25, 59])
    const second = await connection.queryMore(first.nextRecordsUrl ?? "")
    const third = await connection.queryMore(second.nextRecordsUrl ?? "")
    expect([third.done, third.records.length]).toEqual([true, 9])
    const ids = [first, second, third].flatMap((page) => page.records.map((record) => record["Id"] as string))
    expect(new Set(ids).size).toBe(59)
  })

  it("follows nextRecordsUrl of a nested list", async () => {
    replica.control.setPageSize({ nested: 2 })
    const soql = `SELECT Id, (SELECT Id FROM Contacts) FROM Account WHERE Id = '${showcase.globex.salesforceId}'`
    const paged = await connect().query<{
      Contacts: { done: boolean; totalSize: number; records: unknown[] }
    }>(soql)
    expect(paged.records[0]?.Contacts).toMatchObject({ done: false, totalSize: 6 })
    const whole = await connect()
      .query<{ Contacts: { records: { Id: string }[] } }>(soql)
      .run({ autoFetch: true })
    const ids = whole.records[0]?.Contacts.records.map((contact) => contact.Id)
    expect(new Set(ids).size).toBe(6)
  })

  it("runs a composite call as one API call, with references and a part that fails alone", async () => {
    const connection = connect()
    const base = "/services/data/v67.0"
    const reply = await connection.requestPost<{
      compositeResponse: { httpStatusCode: number; referenceId: string }[]
    }>("/composite", {
      compositeRequest: [
        {
          method: "POST",
          url: `${base}/sobjects/Task`,
          referenceId: "made",
          body: { Subject: "Call", WhatId: showcase.globex.salesforceId, Status: "Completed" },
        },
        { method: "GET", url: `${base}/sobjects/Task/@{made.id}`, referenceId: "read" },
        { method: "GET", url: `${base}/query?q=SELECT+Nope+FROM+Account`, referenceId: "broken" },
      ],
    })
    expect(reply.compositeResponse).toMatchObject([
      { referenceId: "made", httpStatusCode: 201 },
      {
        referenceId: "read",
        httpStatusCode: 200,
        body: { AccountId: showcase.globex.salesforceId, IsClosed: true },
      },
      { referenceId: "broken", httpStatusCode: 400, body: [{ errorCode: "INVALID_FIELD" }] },
    ])
    expect(connection.limitInfo.apiUsage).toEqual({ used: 19, limit: 100_000 })
    expect(replica.control.applied).toHaveLength(1)
  })

  it("describes objects, without hidden fields", async () => {
    replica.control.hideField("Account.ARR__c")
    const { fields } = await connect().describe("Account")
    const names = fields.map((field) => field.name)
    expect(names).toContain("FY25_Segmentation__c")
    expect(names).not.toContain("ARR__c")
    await expect(connect().query("SELECT ARR__c FROM Account")).rejects.toMatchObject({
      errorCode: "INVALID_FIELD",
    })
  })

  it("creates and updates a record", async () => {
    const connection = connect()
    const made = await connection
      .sobject("Task")
      .create({ Subject: "Check in", WhatId: showcase.initech.salesforceId })
    expect(made).toMatchObject({ success: true, errors: [] })
    await connection.sobject("Task").update({ Id: made.id ?? "", Status: "Completed" })
    const { records } = await connection.query(
      `SELECT IsClosed, CompletedDateTime FROM Task WHERE Id = '${made.id ?? ""}'`,
    )
    expect(records[0]).toMatchObject({ IsClosed: true })
    expect(records[0]?.["CompletedDateTime"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+0000$/)
  })

  it("hears errors by their codes", async () => {
    const connection = connect()
    await expect(connection.query("SELECT Id FROM Nowhere")).rejects.toMatchObject({
      errorCode: "INVALID_TYPE",
    })
    await expect(connection.query("SELECT Id FORM Account")).rejects.toMatchObject({
      errorCode: "MALFORMED_QUERY",
    })
    await expect(connection.sobject("Account").retrieve("0015fK0000000000AA")).rejects.toMatchObject({
      errorCode: "NOT_FOUND",
    })
    replica.control.setTrouble("daily-limit")
    await expect(connection.query("SELECT Id FROM Account")).rejects.toMatchObject({
      errorCode: "REQUEST_LIMIT_EXCEEDED",
    })
    replica.control.setTrouble("none")
    replica.control.expireSessions()
    await expect(connection.query("SELECT Id FROM Account")).rejects.toMatchObject({
      errorCode: "INVALID_SESSION_ID",
    })
  })
})
