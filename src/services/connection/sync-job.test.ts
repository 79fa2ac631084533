import { expect, it } from "vitest"

import { createFakeContext } from "~src/services/worker/context.fake"
import { showcase } from "~test/replica/book/showcase"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { startReplica } from "~test/replica/server"

import { serviceHealth } from "../status/service-health"
import { connectionHandlers } from "./handlers"
import { syncJob } from "./sync-job"

it("reads the own book's contacts although who one is was said during the first sweep", async () => {
  const replica = await startReplica({ accounts: 14, seed: 1, now: "2026-11-23T10:00:00Z", rateLimit: null })
  const context = await createFakeContext({ fetch: replicaFetch(replica), now: "2026-11-23T10:00:00Z" })
  context.wait = () => Promise.resolve()
  await context.secrets.setVitallyKey(access.apiKey)
  await context.settings.set({ vitally: { region: "us", subdomain: access.subdomain, connected: true } })
  const sweep = syncJob.run(context, context.now() + 20_000)
  const owner = replica.control.accountRow(showcase.globex.id)["csmId"] as string
  await connectionHandlers["me.set"]({ adminId: owner }, context)
  await sweep
  expect((await context.db.get("accounts", showcase.globex.id))?.detailAt).toBeDefined()
  await replica.close()
})

it("waits for its share of the limit without calling that a fault", async () => {
  // A share of 30 % of 60 is less than the first sweep and one's own book ask for.
  const replica = await startReplica({ accounts: 14, seed: 1, now: "2026-11-23T10:00:00Z", rateLimit: 60 })
  const context = await createFakeContext({ fetch: replicaFetch(replica), now: "2026-11-23T10:00:00Z" })
  await context.secrets.setVitallyKey(access.apiKey)
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
