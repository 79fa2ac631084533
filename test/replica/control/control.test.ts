import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { showcase } from "../book/showcase"
import { replicaFetch } from "../fetch"
import { access } from "../options"
import { type Replica, startReplica } from "../server"

let replica: Replica
let call: typeof fetch
beforeAll(async () => {
  replica = await startReplica({ accounts: 30 })
  call = replicaFetch(replica)
})
afterAll(() => replica.close())
beforeEach(() => replica.control.reset())

const base = "https://acme.rest.vitally.io/resources/"
const headers = { authorization: `Basic ${btoa(`${access.apiKey}:`)}` }
const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  call(base + path, { headers, ...init })

describe("faults", () => {
  it("answers with a status, as often as asked, after letting some through", async () => {
    replica.control.fault({
      path: "/resources/accounts*",
      status: 503,
      body: { error: "maintenance" },
      times: 2,
      skip: 1,
    })
    const seen: number[] = []
    for (let n = 0; n < 4; n++) seen.push((await get("accounts?limit=1")).status)
    expect(seen).toEqual([200, 503, 503, 200])
    expect((await get("admins")).status).toBe(200)
  })

  it("sends HTML where JSON was due, and extra headers", async () => {
    replica.control.fault({ status: 429, body: "<h1>Slow down</h1>", headers: { "retry-after": "7" } })
    const reply = await get("admins")
    expect([reply.status, reply.headers.get("retry-after"), reply.headers.get("content-type")]).toEqual([
      429,
      "7",
      "text/html",
    ])
    expect(await reply.text()).toBe("<h1>Slow down</h1>")
  })

  it("cuts the body half-way", async () => {
    replica.control.fault({ path: "/resources/accounts", cut: true })
    const reply = await get("accounts")
    expect(reply.status).toBe(200)
    await expect(reply.text()).rejects.toThrow()
  })

  it("drops the connection before or after the work", async () => {
    const task = { name: "Once", accountId: showcase.globex.id, externalId: "once" }
    const post = (): Promise<Response> => get("tasks", { method: "POST", body: JSON.stringify(task) })
    replica.control.fault({ method: "POST", drop: true })
    await expect(post()).rejects.toThrow("fetch failed")
    expect(replica.control.applied).toHaveLength(0)
    replica.control.fault({ method: "POST", drop: true, stage: "after" })
    await expect(post()).rejects.toThrow("fetch failed")
    expect(replica.control.applied).toHaveLength(1)
    expect((await post()).status).toBe(200)
    expect(new Set(replica.control.applied.map((write) => write.id)).size).toBe(1)
  })

  it("hangs until the client gives up", async () => {
    replica.control.fault({ hang: true })
    const stop = new AbortController()
    const pending = get("admins", { signal: stop.signal })
    await expect.poll(() => replica.control.count({ service: "vitally" })).toBe(1)
    stop.abort()
    await expect(pending).rejects.toThrow("abort")
  })

  it("slows a request down", async () => {
    replica.control.fault({ delayMs: 60 })
    const started = performance.now()
    expect((await get("admins")).status).toBe(200)
    expect(performance.now() - started).toBeGreaterThanOrEqual(55)
  })
})

describe("changes by others", () => {
  it("adds, changes, churns and deletes accounts", async () => {
    const { control } = replica
    const id = control.addAccount({ name: "Fresh Corp" })
    expect(await (await get("accounts?limit=1")).json()).toMatchObject({
      results: [{ id, name: "Fresh Corp" }],
    })
    control.churnAccount(showcase.initech.id)
    control.deleteAccount(showcase.vandelay.id)
    const { results } = (await (await get("accounts")).json()) as { results: { id: string }[] }
    const ids = results.map((row) => row.id)
    expect(ids).toContain(id)
    expect(ids).not.toContain(showcase.initech.id)
    expect((await get(`accounts/${showcase.vandelay.id}`)).status).toBe(404)
    control.reset()
    expect((await get(`accounts/${showcase.vandelay.id}`)).status).toBe(200)
    expect((await get(`accounts/${id}`)).status).toBe(404)
  })

  it("adds a message that shows in list, detail and account", async () => {
    const id = replica.control.addMessage(showcase.initech.id, { html: "<p>Help!</p>" })
    expect(await (await get(`conversations/${id}`)).json()).toMatchObject({
      messages: [{ type: "inbound", message: "<p>Help!</p>" }],
    })
    const account = (await (await get(`accounts/${showcase.initech.id}`)).json()) as Record<string, unknown>
    const listed = (await (await get(`accounts/${showcase.initech.id}/conversations?limit=1`)).json()) as {
      results: { id: string; createdAt: string }[]
    }
    expect(listed.results[0]?.id).toBe(id)
    expect(account["lastInboundMessageTimestamp"]).toBe(listed.results[0]?.createdAt)
  })
})

describe("by HTTP", () => {
  const control = async (body: unknown): Promise<{ status: number; body: unknown }> => {
    const reply = await call("https://control.vitally.io/__control", {
      method: "POST",
      body: JSON.stringify(body),
    })
    return { status: reply.status, body: await reply.json() }
  }

  it("takes the same verbs", async () => {
    await control({ verb: "fault", args: [{ status: 500 }] })
    expect((await get("admins")).status).toBe(500)
    expect(await control({ verb: "count", args: [{ service: "vitally" }] })).toEqual({
      status: 200,
      body: { result: 1 },
    })
    expect(await control({ verb: "deletes" })).toEqual({ status: 200, body: { result: [] } })
    expect((await control({ verb: "constructor" })).status).toBe(400)
  })
})
