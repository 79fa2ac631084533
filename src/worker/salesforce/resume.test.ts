/** A sign-in whose refresh token died is taken up again out of sight, once, and later with growing pauses. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"

import { SalesforceError } from "./api/errors"
import { createFakeContext, type FakeContext } from "../kernel/context.fake"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { salesforceHandlers } from "../features/connection/salesforce-handlers"
import { maySalesforceAsk, salesforceClient } from "./service"

const now = "2026-11-23T10:00:00Z"
const minute = 60_000
let replica: Replica
let context: FakeContext
/** Whether each sign-in had a window. */
let asked: boolean[] = []

beforeAll(async () => {
  replica = await startReplica({ accounts: 10, seed: 1, now })
})
afterAll(() => replica.close())

beforeEach(async () => {
  replica.control.reset()
  replica.control.signInAs(0)
  replica.control.consent()
  context = await createFakeContext({ now, fetch: replicaFetch(replica) })
  Object.assign(context.platform.identity, { redirectUrl: `https://${"a".repeat(32)}.chromiumapp.org/` })
  context.platform.identity.signIn = async (url, interactive) => {
    asked.push(interactive)
    const answer = await replicaFetch(replica)(url, { redirect: "manual" })
    const location = answer.headers.get("location")
    if (location === null) throw new Error("User interaction required.")
    return location
  }
  await salesforceHandlers["salesforce.signIn"]({ ...access, myDomain: access.myDomain }, context)
  asked = []
})

const ask = async () => {
  const client = await salesforceClient(context)
  return client?.query("SELECT Id FROM Account LIMIT 1").then(
    () => "answered",
    (error: unknown) => (error instanceof SalesforceError ? error.kind : String(error)),
  )
}
const grant = () => context.secrets.salesforce.grant()
/** Neither the app's tokens nor the browser's session hold any longer. */
const endEverything = () => {
  replica.control.revokeAll()
  replica.control.signInAs(null)
}

test("goes on where the browser still holds the user's session, without a window", async () => {
  const before = await grant()
  replica.control.revokeAll()
  expect(await Promise.all([ask(), ask()])).toEqual(["answered", "answered"])
  expect(asked).toEqual([false])
  expect(await grant()).toMatchObject({ orgId: before?.orgId, userId: before?.userId })
  expect((await grant())?.refreshToken).not.toBe(before?.refreshToken)
  expect(await context.secrets.salesforce.lapse()).toBeNull()
})

test("asks the user after one vain try, however many pages ask", async () => {
  endEverything()
  expect(await Promise.all([ask(), ask(), ask()])).toEqual(Array(3).fill("sign-in-again"))
  expect(await ask()).toBeUndefined()
  expect(await maySalesforceAsk(context)).toBe(false)
  expect(asked).toEqual([false])
  expect(await grant()).toBeNull()
})

test("tries again after a quarter of an hour, then an hour, and goes on once there is a session", async () => {
  endEverything()
  await ask()
  await context.pass(14 * minute)
  expect(await ask()).toBeUndefined()
  await context.pass(minute)
  expect(await maySalesforceAsk(context)).toBe(true)
  expect(await Promise.all([ask(), ask()])).toEqual([undefined, undefined])
  expect(asked).toHaveLength(2)
  await context.pass(59 * minute)
  expect(await ask()).toBeUndefined()
  replica.control.signInAs(0)
  await context.pass(minute)
  expect(await ask()).toBe("answered")
  expect(asked).toEqual([false, false, false])
})

test("takes no other user's session for the first one's", async () => {
  replica.control.revokeAll()
  replica.control.signInAs(1)
  replica.control.consent()
  expect(await ask()).toBe("sign-in-again")
  expect(await grant()).toBeNull()
  // What the other user's consent had given is handed back.
  expect(replica.control.world.salesforce.oauth.refresh.size).toBe(0)
})

test("leaves a sign-in alone that the user has begun, and one that the user has ended", async () => {
  const pending = { state: "s", verifier: "v", apiHost: "h", clientId: "c", redirectUri: "r", startedAt: 0 }
  await context.secrets.salesforce.setPending(pending)
  endEverything()
  await ask()
  expect(await context.secrets.salesforce.pending()).toEqual(pending)
  replica.control.signInAs(0)
  await salesforceHandlers["salesforce.signOut"]({}, context)
  await context.pass(60 * minute)
  expect(await ask()).toBeUndefined()
  expect(asked).toHaveLength(1)
})

test.each([
  ["off the company's network", "ip restricted or invalid login hours", "user-barred"],
  ["two renewals at once", "token request is already being processed", "concurrent"],
])("keeps the sign-in where the renewal is refused in passing: %s", async (_name, description, kind) => {
  const before = await grant()
  replica.control.expireSessions()
  replica.control.fault({
    path: "/services/oauth2/token",
    status: 400,
    body: { error: "invalid_grant", error_description: description },
  })
  expect(await ask()).toBe(kind)
  expect(await grant()).toEqual(before)
  expect(asked).toEqual([])
  expect(await ask()).toBe("answered")
})
