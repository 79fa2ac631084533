/** The browser deletes the database under the living worker: unsent writes come back, the rest is read anew, and it is said. */
import { afterAll, beforeAll, expect, it, vi } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { type FakeWorker, startFakeWorker, valueOf } from "../../worker.fake"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
const now = "2026-11-23T10:00:00Z"
const until = <T>(look: () => Promise<T> | T) => vi.waitFor(look, { timeout: 20_000 })

let replica: Replica
beforeAll(async () => {
  replica = await startReplica({ accounts: 8, seed: 3, rateLimit: null, tls: false, now })
})
afterAll(() => replica.close())

const status = async (worker: FakeWorker) => valueOf(await worker.ask("status.get", {}))
const synced = (worker: FakeWorker) =>
  until(async () => expect((await status(worker)).sync).toMatchObject({ phase: "idle", accounts: 8 }))

it("keeps an unsent write, sends it once, refills the cache at once and says what was lost", async () => {
  const worker = await startFakeWorker({ now, fetch: replicaFetch(replica) })
  valueOf(await worker.ask("vitally.connect", { region: "us", ...access }))
  await synced(worker)
  expect((await status(worker)).lost).toBeUndefined()
  valueOf(await worker.ask("task.add", { accountId: globex, name: "Ring Globex" }))
  await until(async () =>
    expect(await worker.platform.local.get("outbox.journal")).toMatchObject([{ kind: "task.add" }]),
  )
  await worker.context.empty()
  await until(async () => expect(await worker.context.db.count("outbox")).toBe(1))
  await synced(worker)
  const { lost } = await status(worker)
  expect(lost?.text).toBe("The browser deleted what Account Lens had stored.")
  expect(lost?.detail).toMatch(/One write that was not sent yet is kept: .*Ring Globex.*Globex/)
  const added = () =>
    [...replica.control.world.vitally.tasks.all()].filter(({ row }) => row["name"] === "Ring Globex")
  await worker.context.pass(60_000)
  worker.platform.alarms.ring("outbox")
  await until(() => expect(added()).toHaveLength(1))
  valueOf(await worker.ask("data.seen", {}))
  expect((await status(worker)).lost).toBeUndefined()
})

it("says nothing of a database that is new because the extension is", async () => {
  const worker = await startFakeWorker({ now, fetch: replicaFetch(replica) })
  await worker.context.empty()
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect((await status(worker)).lost).toBeUndefined()
})
