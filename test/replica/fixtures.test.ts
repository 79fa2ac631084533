import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { readSalesforceId, to18 } from "./book/ids"
import { showcase } from "./book/showcase"
import { replicaFetch } from "./fetch"
import { access } from "./options"
import { type Replica, startReplica } from "./server"

type Json = Record<string, unknown>

function fixture(path: string): unknown {
  return JSON.parse(
    readFileSync(fileURLToPath(new URL(`../fixtures/${path}`, import.meta.url)), "utf8"),
  ) as unknown
}

/** The shape of a value: keys with the kinds of their values, lists by their first item. */
function shape(value: unknown): unknown {
  if (Array.isArray(value)) return value.length ? [shape(value[0])] : []
  if (typeof value !== "object" || value === null) return typeof value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shape(inner)]))
}

let replica: Replica
let call: typeof fetch
beforeAll(async () => {
  replica = await startReplica({ accounts: 20, tls: false })
  call = replicaFetch(replica)
})
afterAll(() => replica.close())

const basic = { authorization: `Basic ${btoa(`${access.apiKey}:`)}` }
const salesforce = async (
  path: string,
  token = replica.control.issueToken(),
): Promise<{ status: number; body: unknown }> => {
  const reply = await call(`https://acme.my.salesforce.com${path}`, {
    headers: { authorization: `Bearer ${token}` },
  })
  return { status: reply.status, body: await reply.json() }
}
const query = (soql: string): ReturnType<typeof salesforce> =>
  salesforce(`/services/data/v67.0/query?q=${encodeURIComponent(soql)}`)

describe("recorded bodies", () => {
  it("Vitally's list envelope", async () => {
    const { payload } = fixture("vitally/observed-list-envelope.json") as { payload: Json }
    const reply = await call(
      `https://acme.rest.vitally.io/resources/accounts/${showcase.prestige.id}/notes`,
      { headers: basic },
    )
    expect(await reply.json()).toEqual(payload)
  })

  it("Vitally's 401 without a header", async () => {
    const { payload } = fixture("vitally/error-401-observed.json") as { payload: Json }
    const reply = await call("https://rest.vitally.io/resources/accounts")
    expect([reply.status, await reply.json()]).toEqual([401, payload])
  })

  it("Vitally's custom objects", async () => {
    const { payload } = fixture("vitally/posthog-custom-object-definitions.json") as {
      payload: { results: Json[] }
    }
    const reply = await call("https://acme.rest.vitally.io/resources/customObjects", { headers: basic })
    const ours = (await reply.json()) as { results: Json[] }
    expect(ours).toMatchObject({ next: null })
    expect(shape(ours.results[0])).toMatchObject(shape(payload.results[0]) as Json)
  })

  it("an empty query, an aggregate, a created record", async () => {
    expect((await query("SELECT Id FROM Account WHERE Name = 'nobody'")).body).toEqual(
      fixture("salesforce/restforce/query_empty_response.json"),
    )
    const recorded = fixture("salesforce/restforce/query_aggregate_success_response.json") as {
      records: Json[]
    }
    const { body } = await query("SELECT AccountId, SUM(Amount) FROM Opportunity GROUP BY AccountId")
    const aggregate = body as { records: Json[] }
    expect(aggregate.records[0]?.["attributes"]).toEqual(recorded.records[0]?.["attributes"])
    expect(typeof aggregate.records[0]?.["expr0"]).toBe("number")
    const made = await call("https://acme.my.salesforce.com/services/data/v67.0/sobjects/Task", {
      method: "POST",
      headers: { authorization: `Bearer ${replica.control.issueToken()}` },
      body: JSON.stringify({ Subject: "Call" }),
    })
    expect(shape(await made.json())).toEqual(
      shape(fixture("salesforce/restforce/create_success_response.json")),
    )
  })

  it("parents and child lists of a query", async () => {
    const recorded = (fixture("salesforce/restforce/query_success_response.json") as { records: Json[] })
      .records[0]!
    const { body } = await query(
      `SELECT Name, Owner.Name, (SELECT Name FROM Contacts) FROM Account WHERE Id = '${showcase.globex.salesforceId}'`,
    )
    const record = (body as { records: Json[] }).records[0]!
    expect(shape(record["attributes"])).toEqual(shape(recorded["attributes"]))
    expect(shape(record["Contacts"])).toEqual(shape(recorded["Whizbangs__r"]))
    expect(Object.keys(record["Owner"] as Json).sort()).toEqual(["Name", "attributes"])
  })

  it("the first page of a paged nested list", async () => {
    const { pages } = fixture("salesforce/jsforce-nested-pagination.json") as {
      pages: { query: { records: Json[] } }
    }
    replica.control.setPageSize({ nested: 1 })
    const { body } = await query(
      `SELECT Id, Name, (SELECT Id, LastName FROM Contacts) FROM Account WHERE Id = '${showcase.globex.salesforceId}'`,
    )
    replica.control.setPageSize({ nested: 200 })
    const ours = (body as { records: Json[] }).records[0]!
    expect(shape(ours)).toEqual(shape(pages.query.records[0]))
  })

  it("errors: status and body", async () => {
    const { cases } = fixture("salesforce/errors.json") as { cases: { status: number; body: unknown }[] }
    const path = "/services/data/v67.0/limits"
    const seen = [await salesforce(path, "expired")]
    for (const trouble of ["not-valid-for-rest", "daily-limit", "api-disabled"] as const) {
      replica.control.setTrouble(trouble)
      seen.push(await salesforce(path))
    }
    replica.control.setTrouble("none")
    const grant = await call("https://acme.my.salesforce.com/services/oauth2/token", {
      method: "POST",
      body: new URLSearchParams({
        grant_type: "refresh_token",
        refresh_token: "old",
        client_id: access.clientId,
      }),
    })
    seen.push({ status: grant.status, body: await grant.json() })
    for (const answer of seen)
      expect(cases.map(({ status, body }) => ({ status, body }))).toContainEqual(answer)
  })

  it("the limit header", async () => {
    const forms = (fixture("salesforce/sforce-limit-info.json") as { cases: { value: string }[] }).cases.map(
      ({ value }) => value.replace(/\d+/g, "N"),
    )
    const reply = await call("https://acme.my.salesforce.com/services/data/v67.0/limits", {
      headers: { authorization: `Bearer ${replica.control.issueToken()}` },
    })
    expect(forms).toContain(reply.headers.get("sforce-limit-info")?.replace(/\d+/g, "N"))
    const versions = await call("https://acme.my.salesforce.com/services/data")
    expect(versions.headers.get("sforce-limit-info")).toBeNull()
  })

  it("15- and 18-character ids", () => {
    const { cases } = fixture("salesforce/ids/id-15-18.json") as { cases: { id15: string; id18: string }[] }
    for (const { id15, id18 } of cases) expect(to18(id15)).toBe(id18)
    expect(readSalesforceId(showcase.globex.salesforceId)).toEqual({ object: "Account", index: 0, n: 0 })
    expect(readSalesforceId(showcase.globex.salesforceId.slice(0, 15))).toEqual({
      object: "Account",
      index: 0,
      n: 0,
    })
  })
})
