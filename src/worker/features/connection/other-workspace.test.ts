import { afterEach, beforeEach, expect, it } from "vitest"

import { createFakeContext, type FakeContext } from "~src/worker/kernel/context.fake"
import { getMeta } from "~src/worker/cache/meta"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { outboxHandlers } from "../../outbox/handlers"
import { connectionHandlers } from "./handlers"

let replica: Replica
let context: FakeContext
const now = "2026-11-23T10:00:00Z"
const from = { rid: "write-1", sender: { kind: "page" } } as never

beforeEach(async () => {
  replica = await startReplica({ accounts: 30, seed: 1, now, rateLimit: null })
  context = await createFakeContext({ fetch: replicaFetch(replica), now })
  context.wait = () => Promise.resolve()
})
afterEach(() => replica.close())

const connect = (region: "us" | "eu") =>
  connectionHandlers["vitally.connect"](
    { region, subdomain: access.subdomain, apiKey: access.apiKey },
    context,
  )
const swept = (workspace: string) =>
  expect
    .poll(
      async () => [
        await getMeta(context.db, "workspace"),
        (await getMeta(context.db, "sync"))?.lastFullAt !== undefined,
      ],
      // A busy machine is slow, not wrong.
      { timeout: 15_000 },
    )
    .toEqual([workspace, true])

it("forgets who one was in the workspace that is left: nobody's book is theirs in the next", async () => {
  await connect("us")
  await swept("us:acme")
  const adminId = replica.control.accountRow(showcase.globex.id)["csmId"] as string
  await connectionHandlers["me.set"]({ adminId }, context)
  await context.settings.set({ covering: [{ adminId, name: "Ada", from: "2026-11-20", to: "2026-11-30" }] })
  await connect("us")
  expect((await context.settings.get()).me?.adminId).toBe(adminId)
  await connect("eu")
  expect(await context.settings.get()).toMatchObject({ me: null, covering: [] })
})

it("begins the other workspace's first sweep at once, though the old one's is under way", async () => {
  replica.control.setPageSize({ vitally: 5 })
  await connect("us")
  await connect("eu")
  await swept("eu:acme")
  const last = replica.control.requests.at(-1)
  expect(last?.host).toBe("rest.vitally-eu.io")
  expect(await context.db.count("accounts")).toBe(30)
})

it("keeps the old workspace's writes, says in words what they wait for, and sends them once it is back", async () => {
  await connect("us")
  await swept("us:acme")
  await outboxHandlers["task.add"]({ accountId: showcase.globex.id, name: "Call" }, context, from)
  await connect("eu")
  const [row] = await context.db.getAll("outbox")
  expect(row?.fault?.detail).toContain("acme (United States)")
  expect(row?.state).toBe("waiting")
  replica.control.clearLog()
  await context.pass(60_000)
  expect(replica.control.count({ method: "POST" })).toBe(0)
  await connect("us")
  await expect
    .poll(async () => (await context.db.getAll("outbox"))[0]?.state, { timeout: 15_000 })
    .toBe("sent")
  expect(replica.control.requests.filter(({ method }) => method === "POST").map(({ host }) => host)).toEqual([
    "acme.rest.vitally.io",
  ])
})

it("tells another workspace from the same one by its people, where both have one name", async () => {
  await connect("us")
  await swept("us:acme")
  await context.db.put("meta", { key: "admins", value: [{ id: "stranger", name: "Bea", active: true }] })
  await context.db.put("care", { id: "a1:x", accountId: "a1" })
  await outboxHandlers["task.add"]({ accountId: showcase.globex.id, name: "Call" }, context, from)
  await connect("us")
  expect(await context.db.count("care")).toBe(0)
  await swept("us:acme")
  await context.db.put("care", { id: "a1:x", accountId: "a1" })
  await connect("us")
  expect(await context.db.count("care")).toBe(1)
  // Written for the other one: kept, and sent to nobody.
  await context.pass(60_000)
  expect(replica.control.count({ method: "POST" })).toBe(0)
  const [row] = await context.db.getAll("outbox")
  expect(row).toMatchObject({ state: "waiting", fault: { code: "not-connected" } })
  expect(row?.fault?.detail).toContain("acme, with its earlier key (United States)")
})
