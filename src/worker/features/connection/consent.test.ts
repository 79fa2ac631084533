import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"

import { consentVersion } from "~src/messaging/consent"
import { type FakeWorker, startFakeWorker, valueOf } from "~src/worker/worker.fake"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

let replica: Replica
let worker: FakeWorker
let requests: number

beforeAll(async () => {
  replica = await startReplica({ accounts: 12, rateLimit: null, tls: false })
})
afterAll(() => replica.close())

async function start(consent: { version: number; at: string } | null) {
  requests = 0
  const answer = replicaFetch(replica)
  const fetch: typeof globalThis.fetch = (...request) => {
    requests += 1
    return answer(...request)
  }
  worker = await startFakeWorker({ fetch, settings: { consent } })
}

const connect = () =>
  worker.ask("vitally.connect", { region: "us", subdomain: access.subdomain, apiKey: access.apiKey })

beforeEach(() => start(null))

describe("before the user agrees", () => {
  it("nothing is asked of a service, and the panel says why", async () => {
    expect(await connect()).toMatchObject({ ok: false, fault: { code: "not-allowed" } })
    expect(
      await worker.ask("salesforce.signIn", { myDomain: access.myDomain, clientId: access.clientId }),
    ).toMatchObject({ ok: false, fault: { code: "not-allowed" } })
    await worker.ask("sync.now", {})
    const { view } = valueOf(await worker.ask("panel.get", { accountId: "a" }))
    expect(view).toMatchObject({
      kind: "not-connected",
      text: expect.stringContaining("before you agree") as string,
    })
    expect(requests).toBe(0)
  })

  it("no page but that of the agreement can give it, and none for another text", async () => {
    expect(
      await worker.ask("settings.set", { patch: { consent: { version: consentVersion } } }),
    ).toMatchObject({
      ok: false,
    })
    expect(await worker.ask("consent.give", { version: consentVersion + 1 })).toMatchObject({
      ok: false,
      fault: { code: "stale-page" },
    })
    expect(valueOf(await worker.ask("settings.get", {})).consent).toBeNull()
  })
})

it("reads once the user agreed, and keeps which text it was and when", async () => {
  valueOf(await worker.ask("consent.give", { version: consentVersion }))
  expect(valueOf(await worker.ask("settings.get", {})).consent).toEqual({
    version: consentVersion,
    at: "2026-11-23T10:00:00.000Z",
  })
  expect(valueOf(await connect())).toMatchObject({ connected: true })
})

it("reads nothing where the text has changed since, though a workspace is connected", async () => {
  await start({ version: consentVersion, at: "2026-11-01T09:00:00.000Z" })
  valueOf(await connect())
  await worker.context.settings.set({
    consent: { version: consentVersion - 1, at: "2026-11-01T09:00:00.000Z" },
  })
  const before = requests
  await worker.ask("sync.now", { full: true })
  expect(await worker.ask("service.test", { service: "vitally" })).not.toMatchObject({
    ok: true,
    value: { ok: true },
  })
  expect(requests).toBe(before)
})

describe("withdrawing", () => {
  beforeEach(async () => {
    await start({ version: consentVersion, at: "2026-11-01T09:00:00.000Z" })
    valueOf(await connect())
    await worker.context.db.put("links", {
      key: "k",
      ref: {},
      accountId: "a",
      at: "2026-11-01T09:00:00.000Z",
    } as never)
  })

  it.each([true, false])("disconnects and asks again; deletes what is stored: %s", async (deleteData) => {
    valueOf(await worker.ask("consent.withdraw", { deleteData }))
    const settings = valueOf(await worker.ask("settings.get", {}))
    expect(settings.consent).toBeNull()
    expect(settings.vitally.connected).toBe(false)
    expect(await worker.context.secrets.vitallyAuthorization()).toBeNull()
    expect(await worker.context.db.count("links")).toBe(deleteData ? 0 : 1)
    expect(await connect()).toMatchObject({ ok: false })
  })
})
