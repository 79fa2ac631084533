/** What was given up stays given up, whatever was under way in that moment. */
import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { readLog } from "../../kernel/log"
import { sessionDeps } from "../../salesforce/service"
import { renewSession } from "../../salesforce/session"
import { type FakeWorker, startFakeWorker, valueOf } from "../../worker.fake"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
const page = `https://acme.vitally.io/accounts/${globex}`
const nonce = "0123456789abcdef0123"
const now = "2026-11-23T10:00:00Z"
const until = <T>(look: () => Promise<T> | T) => vi.waitFor(look, { timeout: 15_000 })

let replica: Replica
let worker: FakeWorker
/** Holds an answer back until it is let go. */
let hold: { path: RegExp; reached: () => void; go: Promise<void> } | null = null

beforeAll(async () => {
  replica = await startReplica({ accounts: 12, seed: 3, rateLimit: null, tls: false, now })
})
afterAll(() => replica.close())
beforeEach(async () => {
  replica.control.reset()
  hold = null
  const real = replicaFetch(replica)
  worker = await startFakeWorker({
    now,
    fetch: async (input, init) => {
      const answer = await real(input, init)
      if (hold?.path.test(new Request(input, init).url)) {
        hold.reached()
        await hold.go
      }
      return answer
    },
  })
})

/** @returns a promise of the moment in which the request was answered, and the way to let the answer through. */
function holdBack(path: RegExp) {
  let reached: () => void = () => undefined
  let go: () => void = () => undefined
  const there = new Promise<void>((resolve) => (reached = resolve))
  hold = { path, reached, go: new Promise((resolve) => (go = resolve)) }
  return {
    there,
    go: () => {
      hold = null
      go()
    },
  }
}

const connect = () => worker.ask("vitally.connect", { region: "us", ...access })

async function signIn() {
  const { salesforce, book } = replica.control.world
  const apiHost = `${access.myDomain}.my.salesforce.com`
  const { orgId } = salesforce
  const userId = book.advisors[0]?.userId ?? ""
  const refreshToken = replica.control.issueRefreshToken()
  const whose = { orgId, userId, apiHost, instanceUrl: `https://${apiHost}`, clientId: access.clientId }
  await worker.context.secrets.salesforce.setGrant({ ...whose, refreshToken })
  await worker.context.settings.set({ salesforce: { connected: true, mode: "oauth", myDomain: apiHost } })
  return refreshToken
}

it("leaves no key behind where everything is deleted while Connect waits for Vitally", async () => {
  const { there, go } = holdBack(/resources\/admins/)
  const connecting = connect()
  await there
  valueOf(await worker.ask("data.clear", { what: "everything" }))
  go()
  expect(valueOf(await connecting)).toMatchObject({ connected: false, fault: { code: "refused" } })
  expect(await worker.context.secrets.vitallyAuthorization()).toBeNull()
  expect((await worker.context.settings.get()).vitally.connected).toBe(false)
  expect(await worker.context.db.count("meta")).toBe(0)
})

it("stores nothing of a sweep that was under way when everything was deleted", async () => {
  const { there, go } = holdBack(/resources\/accounts\?.*sortBy=createdAt/)
  valueOf(await connect())
  await there
  valueOf(await worker.ask("data.clear", { what: "everything" }))
  // The log was deleted, too: what stands in it is of the sweep's end.
  const ended = async () => (await readLog(worker.context)).some(({ code }) => code === "worker.end-sync")
  expect(await ended()).toBe(false)
  go()
  await until(async () => expect(await ended()).toBe(true))
  expect(await worker.context.db.count("accounts")).toBe(0)
  expect(await worker.context.db.count("meta")).toBe(0)
})

it("does not bring the grant back where a renewal ends after the sign-out", async () => {
  await signIn()
  const { there, go } = holdBack(/oauth2\/token/)
  const renewing = renewSession(sessionDeps(worker.context), "old").catch((error: unknown) => error)
  await there
  const signingOut = worker.ask("salesforce.signOut", {})
  await until(async () => expect(await worker.context.secrets.salesforce.grant()).toBeNull())
  go()
  await signingOut
  expect(await renewing).toMatchObject({ kind: "sign-in-again" })
  expect(await worker.context.secrets.salesforce.grant()).toBeNull()
  expect(await worker.context.secrets.salesforce.access()).toBeNull()
})

it("takes the sign-in back in Salesforce, too, where everything is deleted", async () => {
  const token = await signIn()
  expect(replica.control.world.salesforce.oauth.refresh.has(token)).toBe(true)
  valueOf(await worker.ask("data.clear", { what: "everything" }))
  expect(replica.control.world.salesforce.oauth.refresh.has(token)).toBe(false)
})

it("blanks an open panel after everything was deleted, and says that Vitally is not connected", async () => {
  valueOf(await connect())
  await worker.gate(7, page, { m: "account.hint", p: { nonce } })
  const shows = (kind: string) =>
    until(async () => {
      const state = valueOf(await worker.frame(7, page, nonce, "panel.get", {}))
      expect(state.view.kind).toBe(kind)
      return state
    })
  const before = await shows("account")
  valueOf(await worker.ask("data.clear", { what: "everything" }))
  const after = await shows("not-connected")
  expect(after.seq).toBeGreaterThan(before.seq)
})

it("asks who one is in another workspace, also where the cache was deleted in between", async () => {
  valueOf(await connect())
  const { admins } = valueOf(await worker.ask("vitally.admins", {}))
  valueOf(await worker.ask("me.set", { adminId: admins[0]?.id ?? "" }))
  valueOf(await worker.ask("vitally.disconnect", { deleteCache: true }))
  replica.control.world.vitallyAccess.subdomains.add("beta")
  valueOf(await worker.ask("vitally.connect", { region: "us", subdomain: "beta", apiKey: access.apiKey }))
  expect((await worker.context.settings.get()).me).toBeNull()
})
