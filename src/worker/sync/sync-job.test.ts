import { expect, it, vi } from "vitest"

import { parseApiKey } from "../vitally/api"
import { createFakeContext } from "../kernel/context.fake"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { startReplica } from "~test/replica/server"

import { serviceHealth } from "../kernel/service-health"
import { connectionHandlers } from "../features/connection/handlers"
import { syncJob } from "./sync-job"

it("reads the own book's contacts although who one is was said during the first sweep", async () => {
  const replica = await startReplica({ accounts: 14, seed: 1, now: "2026-11-23T10:00:00Z", rateLimit: null })
  const context = await createFakeContext({ fetch: replicaFetch(replica), now: "2026-11-23T10:00:00Z" })
  context.wait = () => Promise.resolve()
  await context.secrets.setVitallyAuthorization(parseApiKey(access.apiKey))
  await context.settings.set({ vitally: { region: "us", subdomain: access.subdomain, connected: true } })
  const sweep = syncJob.run(context, context.now() + 20_000)
  const owner = replica.control.accountRow(showcase.globex.id)["csmId"] as string
  await connectionHandlers["me.set"]({ adminId: owner }, context)
  await sweep
  expect((await context.db.get("accounts", showcase.globex.id))?.detailAt).toBeDefined()
  await replica.close()
})

it("reads the contacts of a colleague's customers although the cover was chosen while the own book was read", async () => {
  const replica = await startReplica({ accounts: 30, seed: 1, now: "2026-11-23T10:00:00Z", rateLimit: null })
  const context = await createFakeContext({ fetch: replicaFetch(replica), now: "2026-11-23T10:00:00Z" })
  context.wait = () => Promise.resolve()
  await context.secrets.setVitallyAuthorization(parseApiKey(access.apiKey))
  const [me, other] = replica.control.world.book.advisors
  await context.settings.set({
    vitally: { region: "us", subdomain: access.subdomain, connected: true },
    me: { adminId: me?.id ?? "", name: "", role: "" },
  })
  const sync = syncJob.run(context, context.now() + 20_000)
  await vi.waitFor(async () => {
    const rows = await context.db.getAll("accounts")
    expect(rows.some(({ detailAt }) => detailAt !== undefined)).toBe(true)
  })
  const cover = { adminId: other?.id ?? "", name: "", from: "2026-11-23", to: "2026-11-23" }
  await context.settings.set({ covering: [cover] })
  await sync
  const theirs = await context.db.getAllKeysFromIndex("summaries", "owner", cover.adminId)
  const rows = await Promise.all(theirs.map((id) => context.db.get("accounts", id)))
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter((row) => row?.detailAt === undefined)).toEqual([])
  await replica.close()
})

it("waits for its share of the limit without calling that a fault", async () => {
  // A share of 30 % of 60 is less than the first sweep and one's own book ask for.
  const replica = await startReplica({ accounts: 14, seed: 1, now: "2026-11-23T10:00:00Z", rateLimit: 60 })
  const context = await createFakeContext({ fetch: replicaFetch(replica), now: "2026-11-23T10:00:00Z" })
  await context.secrets.setVitallyAuthorization(parseApiKey(access.apiKey))
  const adminId = replica.control.accountRow(showcase.globex.id)["csmId"] as string
  await context.settings.set({
    vitally: { region: "us", subdomain: access.subdomain, connected: true },
    me: { adminId, name: "Maya Lindqvist", role: "" },
  })
  const again = await syncJob.run(context, context.now() + 20_000)
  expect(again).toBeGreaterThan(context.now() + 30_000)
  const { okAt, fault } = await serviceHealth(context, "vitally")
  expect({ okAt, fault }).toEqual({ okAt: "2026-11-23T10:00:00.000Z", fault: undefined })
  await replica.close()
})
