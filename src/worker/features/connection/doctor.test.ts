/** What the connection check says of each way in which Salesforce can be out of reach. */
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest"

import { createFakeContext, type FakeContext } from "~src/worker/kernel/context.fake"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { diagnose } from "./doctor"
import { salesforceHandlers } from "./salesforce-handlers"

let replica: Replica
let context: FakeContext
beforeAll(async () => {
  replica = await startReplica({ accounts: 20, seed: 1, now: "2026-11-23T10:00:00Z", tls: false })
})
afterAll(() => replica.close())
beforeEach(async () => {
  replica.control.reset()
  replica.control.signInAs(0)
  replica.control.consent()
  context = await createFakeContext({ now: "2026-11-23T10:00:00Z", fetch: replicaFetch(replica) })
  context.wait = () => Promise.resolve()
  const { identity } = context.platform
  Object.assign(identity, { redirectUrl: `https://${"a".repeat(32)}.chromiumapp.org/` })
  identity.signIn = async (url) =>
    (await replicaFetch(replica)(url, { redirect: "manual" })).headers.get("location") ?? ""
  const { myDomain, clientId } = access
  await salesforceHandlers["salesforce.signIn"]({ myDomain, clientId }, context)
})

const problems = async () =>
  (await diagnose(context)).filter((row) => row.service === "salesforce" && row.state === "problem")

test("all is well", async () => expect(await problems()).toEqual([]))

test("offline, and nothing else is asked", async () => {
  context.platform.online.set(false)
  replica.control.clearLog()
  expect(await problems()).toMatchObject([{ id: "network", text: "This computer is offline." }])
  expect(replica.control.count()).toBe(0)
})

test("site access withheld can be granted with a click", async () => {
  context.platform.siteAccess.withhold(true)
  const [row] = await problems()
  expect(row).toMatchObject({ id: "access" })
  expect(row?.grant).toContain("https://*.my.salesforce.com/*")
})

test("a renamed My Domain offers the name of the page in front", async () => {
  replica.control.renameMyDomain("newname")
  const { tabs } = context
  const ref = {
    site: "salesforce",
    host: "newname.lightning.force.com",
    key: "k",
    apiHost: "newname.my.salesforce.com",
    object: "Account",
    id18: "001A0000006Vm9uIAC",
  } as const
  await tabs.see(7, { ref })
  const rows = await problems()
  expect(rows[0]?.text).toMatch(/renamed/)
  expect(rows[1]).toMatchObject({ id: "screen", domain: "newname.my.salesforce.com" })
})

test("a name that is not found, and a proxy in between", async () => {
  replica.control.fault({ path: "/services/data", drop: true, times: 1 })
  expect((await problems())[0]?.text).toMatch(/not found/)
  replica.control.fault({ path: "/services/data", status: 200, body: "<html>Sign in</html>", times: 1 })
  expect((await problems())[0]?.text).toMatch(/proxy/)
})

test.each([
  ["not-valid-for-api", /does not let this app use its API/],
  ["api-disabled", /API/],
  ["daily-limit", /used up its API calls/],
] as const)("a session with %s", async (trouble, words) => {
  replica.control.setTrouble(trouble)
  expect((await problems())[0]).toMatchObject({ id: "session" })
  expect((await problems())[0]?.text).toMatch(words)
})

test("a version that is retired", async () => {
  replica.control.setVersions(["40.0", "41.0"])
  expect((await problems())[0]).toMatchObject({ id: "host", next: "Update Account Lens." })
})

test("Vitally that is not connected does not count as answering", async () => {
  const rows = (await diagnose(context)).filter(({ service }) => service === "vitally")
  expect(rows.at(-1)).toMatchObject({ id: "session", state: "problem", text: "Vitally is not connected." })
})

test("what can be copied names hosts, no record and no customer", async () => {
  replica.control.setTrouble("daily-limit")
  await context.tabs.see(7, {
    ref: {
      site: "salesforce",
      host: "other.lightning.force.com",
      key: "k",
      apiHost: "other.my.salesforce.com",
      object: "Account",
      id18: "001A0000006Vm9uIAC",
    },
  })
  const said = JSON.stringify(await diagnose(context))
  expect(said).toContain("other.lightning.force.com")
  expect(said).not.toMatch(/001A0000006Vm9uIAC|Globex|Bearer|sk_live/)
})
