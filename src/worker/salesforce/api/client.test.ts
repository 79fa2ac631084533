import { expect, it } from "vitest"

import { type CompositePart, createSalesforceClient } from "./client"

const busy = [{ errorCode: "REQUEST_LIMIT_EXCEEDED", message: "ConcurrentRequests Limit exceeded." }]

/** A client of an org that refuses everything, what it was asked and how long it waited. */
function refused(status: number, body: unknown, headers: Record<string, string> = {}) {
  const session = { accessToken: "t", instanceUrl: "https://acme.my.salesforce.com" }
  const seen = { calls: 0, waits: [] as number[] }
  const client = createSalesforceClient({
    fetch: () => {
      seen.calls += 1
      return Promise.resolve(new Response(JSON.stringify(body), { status, headers }))
    },
    session: () => Promise.resolve(session),
    renew: () => Promise.resolve(session),
    version: { get: () => Promise.resolve("67.0"), set: () => Promise.resolve() },
    wait: (ms) => {
      seen.waits.push(ms)
      return Promise.resolve()
    },
    random: () => 0.5,
  })
  return { client, seen }
}

const read: CompositePart = { method: "GET", path: "query?q=SELECT+Id+FROM+Account", referenceId: "a" }
const write: CompositePart = { method: "PATCH", path: "sobjects/Account/1", referenceId: "b", body: {} }

it.each([
  { what: "reads of an org in trouble", parts: [read], status: 503, body: [], calls: 3 },
  { what: "a write of an org in trouble", parts: [read, write], status: 503, body: [], calls: 1 },
  { what: "reads refused as busy", parts: [read], status: 403, body: busy, calls: 3 },
  { what: "a write refused as busy", parts: [write], status: 403, body: busy, calls: 3 },
])("asks $calls times for $what", async ({ parts, status, body, calls }) => {
  const { client, seen } = refused(status, body)
  await expect(client.composite(parts)).rejects.toThrow()
  expect(seen.calls).toBe(calls)
  expect(seen.waits).toEqual([1000, 2000].slice(0, calls - 1))
})

it.each([
  { said: "2", waited: 2000 },
  { said: "900", waited: 60_000 },
  { said: "soon", waited: 1000 },
])("waits as long as the org asks, a minute at most: $said", async ({ said, waited }) => {
  const { client, seen } = refused(503, [], { "Retry-After": said })
  await expect(client.query("SELECT Id FROM Account")).rejects.toThrow()
  expect(seen.waits[0]).toBe(waited)
})
