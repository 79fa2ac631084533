/** A big book must not make an address that Salesforce refuses (facts: salesforce-api, section 4). */
import { expect, it } from "vitest"

import { createSalesforceClient } from "../salesforce/api/client"
import { toId18 } from "~src/hosts"

import { bookActivity } from "./book-activity"

/** Address and headers together may have 16,384 bytes; a token and what Chrome adds need some of them. */
const longestAddress = 12_000
const longestQuery = 100_000

const ids = (count: number) =>
  Array.from({ length: count }, (_, nth) => toId18(`001${String(nth).padStart(12, "0")}`) ?? "")

interface Sent {
  url: string
  parts: { url: string }[]
}

/** A client over an org that answers each part with one row for each account named in it. */
function orgOf(sent: Sent[]) {
  return createSalesforceClient({
    fetch: (url, request) => {
      const { compositeRequest } = JSON.parse(request?.body as string) as {
        compositeRequest: { url: string; referenceId: string }[]
      }
      sent.push({ url: url as string, parts: compositeRequest })
      const compositeResponse = compositeRequest.map(({ url: part, referenceId }) => {
        const records = accountsIn(part).map((AccountId) => ({ AccountId, lastOn: "2026-11-02" }))
        return { referenceId, httpStatusCode: 200, body: { totalSize: records.length, done: true, records } }
      })
      return Promise.resolve(Response.json({ compositeResponse }))
    },
    session: () => Promise.resolve({ accessToken: "t", instanceUrl: "https://acme.my.salesforce.com" }),
    renew: () => Promise.reject(new Error("no renewal here")),
    version: { get: () => Promise.resolve("67.0"), set: () => Promise.resolve() },
  })
}

const queryIn = (part: string) => decodeURIComponent(part.split("?q=")[1] ?? "")
const accountsIn = (part: string) => queryIn(part).match(/001\w{15}/g) ?? []

it.each([1, 199, 200, 201, 401, 10_000])(
  "asks for the activity of %i accounts in short addresses",
  async (count) => {
    const sent: Sent[] = []
    const wanted = ids(count)
    const { newest, asked } = await bookActivity(orgOf(sent), wanted, { objects: ["Task", "Event"] })

    expect([...newest.keys()].sort()).toEqual([...wanted].sort())
    expect(asked).toEqual(wanted)
    // Each account once a query of its object, and two calls for 800 of them.
    const named = sent.flatMap(({ parts }) => parts.flatMap(({ url }) => accountsIn(url)))
    expect(named).toHaveLength(2 * count)
    expect(sent).toHaveLength(Math.ceil(count / 400))
    for (const { url, parts } of sent) {
      expect(url.length).toBeLessThan(200)
      // Of the parts of a composite call at most five may be queries.
      expect(parts.length).toBeLessThanOrEqual(5)
      for (const part of parts) {
        expect(part.url.length).toBeLessThan(longestAddress)
        expect(queryIn(part.url).length).toBeLessThan(longestQuery)
      }
    }
  },
)
