import { beforeEach, expect, it } from "vitest"

import { defaultPolicy } from "~src/domain/policy/presets"
import { createFakeContext, type FakeContext } from "~src/worker/kernel/context.fake"
import { setMeta } from "~src/worker/cache/meta"

import { storeOwnPolicy } from "../../policy/stored-policy"
import { dataHandlers } from "./handlers"
import { storeLabels } from "./stores"

let context: FakeContext
const readAt = "2026-11-23T09:00:00Z"

beforeEach(async () => {
  context = await createFakeContext({ settings: { vitally: { subdomain: "acme" }, panel: { keys: true } } })
  const { db } = context
  await context.secrets.setVitallyAuthorization("Basic canary-key")
  await db.put("accounts", { id: "v1", name: "Globex", raw: { id: "v1" }, readAt, seenIn: 1 })
  await db.put("history", { accountId: "v1", at: readAt, on: "2026-11-23", kind: "health" })
  await db.put("care", { id: "action:v1:x", accountId: "v1", doneSteps: ["one"] })
  await db.put("outbox", { id: "w1", accountId: "v1", state: "waiting" } as never)
  await db.put("links", {
    key: "k",
    ref: {
      site: "vitally",
      host: "acme.vitally.io",
      key: "k",
      subdomain: "acme",
      region: "us",
      kind: "account",
      id: "v1",
    },
    accountId: "v1",
    how: "hand",
    at: readAt,
  })
  await setMeta(db, "workspace", "us:acme")
  await setMeta(db, "traitMapByHand", { seats: "sfdc.Seats__c" })
  await setMeta(db, "catalogue", [])
  await storeOwnPolicy(context, { ...defaultPolicy, name: "Ours" })
})

it("counts every store in words, with the size the browser tells", async () => {
  context.platform.disk.bytes = 1234
  const { stores, bytes } = await dataHandlers["data.get"]({}, context)
  expect(bytes).toBe(1234)
  expect(stores).toHaveLength(context.db.objectStoreNames.length)
  expect(Object.keys(storeLabels).sort()).toEqual([...context.db.objectStoreNames].sort())
  expect(stores).toContainEqual({ name: "Accounts", rows: 1 })
})

it("exports what the user made, without keys and without customers' data", async () => {
  const { name, text } = await dataHandlers["data.export"]({}, context)
  expect(name).toBe("account-lens-2026-11-23.json")
  expect(JSON.parse(text)).toMatchObject({
    settings: { vitally: { subdomain: "acme" }, panel: { keys: true } },
    policy: { name: "Ours" },
    traitMap: { seats: "sfdc.Seats__c" },
    links: [{ accountId: "v1" }],
    recommendations: [{ doneSteps: ["one"] }],
  })
  expect(text).not.toMatch(/canary|Globex/)
})

it("clears what was read and keeps what is the user's, the unsent writes too", async () => {
  await context.memory.remember("search", () => Promise.resolve("stale"))
  await dataHandlers["data.clear"]({ what: "cache" }, context)
  const { db } = context
  expect([await db.count("accounts"), await db.count("history")]).toEqual([0, 0])
  expect([await db.count("links"), await db.count("care"), await db.count("outbox")]).toEqual([1, 1, 1])
  expect((await db.getAllKeys("meta")).sort()).toEqual(["traitMapByHand", "workspace"])
  expect(await context.secrets.vitallyAuthorization()).toBe("Basic canary-key")
  expect(await context.memory.remember("search", () => Promise.resolve("fresh"))).toBe("fresh")
  await context.pass(0)
  expect(context.topics()).toEqual(expect.arrayContaining(["status", "popup", "book", "account:"]))
})

it("deletes everything: keys, settings, policy, rows", async () => {
  await dataHandlers["data.clear"]({ what: "everything" }, context)
  for (const name of context.db.objectStoreNames) expect(await context.db.count(name)).toBe(0)
  expect(await context.secrets.vitallyAuthorization()).toBeNull()
  expect(JSON.stringify([...context.platform.local.items, ...context.platform.session.items])).not.toMatch(
    /canary|acme|Ours/,
  )
  expect((await context.settings.get()).panel.keys).toBe(false)
})
