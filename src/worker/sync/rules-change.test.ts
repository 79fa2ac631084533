/** An update with other rules: everything is derived anew before it is compared, and no news comes of it. */
import { afterAll, beforeAll, expect, it, vi } from "vitest"

import { defaultPolicy, teams2024 } from "~src/domain/policy/presets"
import { createFakePlatform } from "~src/platform/platform.fake"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { rulesVersion } from "../account-facts/rules-version"
import { setMeta } from "../cache/meta"
import { createFakeContext } from "../kernel/context.fake"
import { startFakeWorker, valueOf } from "../worker.fake"
import { deriveForNewRules } from "./rules-change"

const now = "2026-11-23T10:00:00Z"

let replica: Replica
beforeAll(async () => {
  replica = await startReplica({ accounts: 12, seed: 3, rateLimit: null, tls: false, now })
})
afterAll(() => replica.close())

async function syncedWorker() {
  const databaseName = `rules-${crypto.randomUUID()}`
  const platform = createFakePlatform()
  const worker = await startFakeWorker({ fetch: replicaFetch(replica), now, databaseName, platform })
  const { apiKey, subdomain } = access
  valueOf(await worker.ask("vitally.connect", { region: "us", subdomain, apiKey }))
  await vi.waitFor(
    async () =>
      expect(valueOf(await worker.ask("status.get", {})).sync).toMatchObject({ phase: "idle", accounts: 12 }),
    { timeout: 30_000 },
  )
  return { worker, databaseName, platform }
}

it("reports no fall in health that only other rules made", async () => {
  const { worker, databaseName, platform } = await syncedWorker()
  const { db } = worker.context
  const right = await db.getAll("summaries")
  const before = await db.count("history")
  // As another version left them: other scores, no name of their rules.
  for (const { rules, ...row } of right) {
    expect(rules).toMatch(/^[0-9a-f]{8}$/)
    await db.put("summaries", { ...row, score: 9.9, band: "healthy" })
  }
  await setMeta(db, "rulesCode", "another")
  const updated = await startFakeWorker({ fetch: replicaFetch(replica), now, databaseName, platform })
  await vi.waitFor(async () => expect(await updated.context.db.getAll("summaries")).toEqual(right), {
    timeout: 30_000,
  })
  // A customer opened meanwhile is compared by nothing that other rules made.
  valueOf(await updated.ask("account.refresh", { accountId: right[0]!.id }))
  expect(await updated.context.db.count("history")).toBe(before)
})

it("asks once, and costs one read where the rules are the same", async () => {
  const context = await createFakeContext({ now })
  await deriveForNewRules(context, "one")
  expect(await context.db.get("meta", "resummarise")).toBeUndefined()
  await context.db.put("summaries", { id: "a" } as never)
  await deriveForNewRules(context, "one")
  expect(await context.db.get("meta", "resummarise")).toBeUndefined()
})

it("names rules by their code, policy, trait map and scales, whatever the order of keys", () => {
  const input = {
    policy: defaultPolicy,
    traitMap: { arr: "a", segment: "b" },
    olderTraits: {},
    scales: { dauOverMau: 1, mauOverSeats: 100 } as const,
  }
  const version = rulesVersion(input)
  expect(rulesVersion({ ...input, traitMap: { segment: "b", arr: "a" } })).toBe(version)
  const others = [
    rulesVersion(input, "other code"),
    rulesVersion({ ...input, policy: teams2024 }),
    rulesVersion({ ...input, traitMap: { arr: "a" } }),
    rulesVersion({ ...input, scales: { dauOverMau: 1, mauOverSeats: 1 } }),
  ]
  expect(new Set([version, ...others]).size).toBe(5)
})
