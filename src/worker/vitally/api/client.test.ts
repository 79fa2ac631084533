import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import type { Fetch } from "../../kernel/http"
import { parseApiKey } from "./address"
import { createVitallyClient } from "./client"
import { VitallyError, vitallyFault } from "./errors"
import { createLimiter, type Limiter } from "./limiter"

let replica: Replica
const waits: number[] = []
/** Waits move this clock instead of the real one. */
let skew = 0
const now = (): number => Date.now() + skew
const wait = (ms: number): Promise<void> => {
  waits.push(ms)
  skew += ms
  return Promise.resolve()
}

beforeAll(async () => {
  replica = await startReplica({ accounts: 30, seed: 5, rateLimit: null, tls: false })
})
afterAll(() => replica.close())
beforeEach(() => {
  replica.control.reset()
  waits.length = 0
})

function freeLimiter(): Limiter {
  return createLimiter({
    store: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    now,
    wait,
    random: () => 0,
    backgroundShare: () => 1,
  })
}

interface ClientOptions {
  fetch?: Fetch
  key?: string
  subdomain?: string
  forgiving?: boolean
  place?: { base: number }
}

function client(options: ClientOptions = {}) {
  return createVitallyClient({
    region: "us",
    subdomain: options.subdomain ?? access.subdomain,
    fetch: options.fetch ?? replicaFetch(replica),
    authorization: parseApiKey(options.key ?? access.apiKey) ?? "",
    limiter: freeLimiter(),
    now,
    random: () => 0.5,
    wait,
    ...(options.forgiving !== undefined && { forgiving: options.forgiving }),
    ...(options.place && { place: options.place }),
  })
}

async function kindOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof VitallyError) return error.kind
    throw error
  }
  return "none"
}

describe("reading", () => {
  it("reads every list that the product uses", async () => {
    const vitally = client()
    const { rows } = await vitally.accounts({ sortBy: "createdAt" })
    const id = rows[0]?.id ?? ""
    expect(rows).toHaveLength(
      [...replica.control.world.vitally.accounts.all()].filter(({ closed }) => !closed).length,
    )
    expect((await vitally.account(id)).id).toBe(id)
    expect((await vitally.organizations({})).rows.length).toBeGreaterThan(0)
    for (const read of [
      vitally.usersOf,
      vitally.tasksOf,
      vitally.notesOf,
      vitally.conversationsOf,
      vitally.meetingsOf,
    ])
      expect(Array.isArray((await read(id)).rows)).toBe(true)
    expect((await vitally.projectsOf(id)).setAside).toEqual([])
    expect((await vitally.npsOf(id)).setAside).toEqual([])
    const [thread] = (await vitally.conversationsOf(id)).rows
    if (thread) expect((await vitally.conversation(thread.id)).messages?.length).toBeGreaterThan(0)
    expect((await vitally.admins()).rows.length).toBeGreaterThan(1)
    expect((await vitally.customFields("accounts")).rows.length).toBeGreaterThan(10)
    expect((await vitally.projectTemplates()).rows.length).toBeGreaterThan(5)
    expect((await vitally.noteCategories()).rows).toHaveLength(3)
    for (const list of [await vitally.taskCategories(), await vitally.projectCategories()])
      expect(list.malformed).toBe(false)
    const [object] = (await vitally.customObjects()).rows
    expect((await vitally.customObjectInstances(object?.id ?? "", id)).setAside).toEqual([])
  })

  it.each(["results", "array", "map"] as const)("reads health scores answered as %s", async (shape) => {
    replica.control.setHealthShape(shape)
    const { rows } = await client().accounts({})
    const id = rows.find(({ healthScore }) => healthScore)?.id ?? ""
    expect((await client().healthScoresOf(id)).length).toBeGreaterThan(0)
  })

  it("hides health scores that say nothing readable", async () => {
    replica.control.setHealthShape("unreadable")
    const { rows } = await client().accounts({})
    expect(await client().healthScoresOf(rows[0]?.id ?? "")).toEqual([])
  })

  it("pages to the end with small pages", async () => {
    replica.control.setPageSize({ vitally: 7 })
    const ids = new Set<string>()
    for (let from: string | null = null; ;) {
      const page = await client().accounts({ sortBy: "createdAt", status: "activeOrChurned", from })
      page.rows.forEach(({ id }) => ids.add(id))
      if (page.next === null) break
      from = page.next
    }
    expect(ids.size).toBe(replica.control.world.vitally.accounts.size)
  })

  it("never lets an id climb out of its path", async () => {
    expect(await kindOf(client().account("../tasks"))).toBe("not-found")
    expect(await kindOf(client().account(".."))).toBe("not-found")
  })
})

describe("faults", () => {
  const path = "/resources/accounts"
  it.each([500, 502, 503, 504])("repeats a read answered %i", async (status) => {
    replica.control.fault({ path, status })
    expect((await client().accounts({})).rows.length).toBeGreaterThan(0)
  })

  it("repeats a cut body and a dropped connection", async () => {
    replica.control.fault({ path, cut: true })
    replica.control.fault({ path, drop: true })
    expect((await client().accounts({})).rows.length).toBeGreaterThan(0)
  })

  it("waits what a 429 says, in seconds or as a date, and goes on", async () => {
    replica.control.fault({ path, status: 429, headers: { "retry-after": "7" } })
    await client().accounts({})
    expect(Math.max(...waits)).toBeGreaterThan(6500)
    waits.length = 0
    const date = new Date(now() + 9000).toUTCString()
    replica.control.fault({ path, status: 429, headers: { "retry-after": date } })
    await client().accounts({})
    expect(Math.max(...waits)).toBeGreaterThan(7500)
    expect(Math.max(...waits)).toBeLessThan(10_000)
  })

  it("does not wait beyond the slice", async () => {
    replica.control.fault({ path, status: 429, headers: { "retry-after": "50" }, times: null })
    const outcome = client().accounts({}, { deadlineAt: now() + 1000 })
    await expect(outcome).rejects.toMatchObject({ kind: "rate" })
    // Nor beyond what somebody in front of the panel endures.
    await expect(client().accounts({})).rejects.toMatchObject({ kind: "rate" })
  })

  it("types what it cannot mend, and says what to do", async () => {
    const statuses = {
      401: "auth",
      403: "forbidden",
      404: "not-found",
      400: "refused",
      500: "server",
    } as const
    for (const [status, kind] of Object.entries(statuses)) {
      replica.control.fault({ path, status: Number(status), times: 4, body: { error: "No." } })
      expect(await kindOf(client().accounts({}))).toBe(kind)
      replica.control.clearFaults()
    }
    expect(await kindOf(client({ key: "sk_live_wrong" }).accounts({}))).toBe("auth")
    replica.control.fault({ path, body: "<html>Welcome</html>", status: 200, times: 4 })
    expect(await kindOf(client().accounts({}))).toBe("malformed")
    replica.control.clearFaults()
    replica.control.fault({ path, drop: true, times: null })
    expect(await kindOf(client().accounts({}))).toBe("network")
  })

  it("shows no key in any error", async () => {
    const error: unknown = await client({ key: "sk_live_canary" })
      .accounts({})
      .catch((reason: unknown) => reason)
    const told = JSON.stringify([String(error), vitallyFault(error), (error as Error).stack])
    expect(told).not.toContain("canary")
    expect(told).not.toContain(btoa("sk_live_canary:"))
  })

  it("falls back to the shared US host where the workspace's own does not resolve", async () => {
    const real = replicaFetch(replica)
    const fetch: Fetch = (url, init) =>
      new URL(url).host === "nowhere.rest.vitally.io"
        ? Promise.reject(new TypeError("Failed to fetch"))
        : real(url, init)
    expect((await client({ fetch, subdomain: "nowhere" }).accounts({})).rows.length).toBeGreaterThan(0)
    expect(await kindOf(client({ fetch, subdomain: "nowhere", forgiving: false }).accounts({}))).toBe(
      "network",
    )
  })

  it("sends a write at the other address once its own does not answer, also from the next client", async () => {
    const real = replicaFetch(replica)
    const hosts: string[] = []
    const fetch: Fetch = (url, init) => {
      hosts.push(new URL(url).host)
      return hosts.at(-1) === "nowhere.rest.vitally.io"
        ? Promise.reject(new TypeError("Failed to fetch"))
        : real(url, init)
    }
    const place = { base: 0 }
    const task = {
      name: "Call",
      accountId: "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001",
      externalId: "account-lens:fallback",
    }
    expect(await kindOf(client({ fetch, subdomain: "nowhere", place }).createTask(task))).toBe("network")
    expect((await client({ fetch, subdomain: "nowhere", place }).createTask(task)).name).toBe("Call")
    expect(hosts).toEqual(["nowhere.rest.vitally.io", "rest.vitally.io"])
  })

  it("stops when the caller does", async () => {
    replica.control.fault({ path, hang: true, times: null })
    const stop = new AbortController()
    const reading = client().accounts({}, { signal: stop.signal })
    setTimeout(() => stop.abort(), 20)
    await expect(reading).rejects.toThrow()
  })

  it("sends no cookie, follows no redirect, deletes nothing", async () => {
    const seen: RequestInit[] = []
    const real = replicaFetch(replica)
    await client({ fetch: (url, init) => (seen.push(init), real(url, init)) }).accounts({})
    expect(seen[0]).toMatchObject({ credentials: "omit", redirect: "error" })
    expect(replica.control.log.deletes).toEqual([])
  })
})

describe("writing", () => {
  it("sends a write once: repeating is the outbox's", async () => {
    replica.control.fault({ path: "/resources/tasks", method: "POST", status: 500 })
    const { rows } = await client().accounts({})
    expect(await kindOf(client().createTask({ externalId: "x", name: "x", accountId: rows[0]?.id }))).toBe(
      "server",
    )
    expect(replica.control.log.count({ method: "POST" })).toBe(1)
  })
})
