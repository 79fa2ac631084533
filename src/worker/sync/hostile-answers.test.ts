/** Answers that no well-meant service gives: whatever comes, nothing of the cache goes, nothing is made up, and it heals. */
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { gzipSync } from "node:zlib"

import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"

import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import type { SyncDeps } from "../account-facts/sync-deps"
import type { Fetch } from "../kernel/http"
import { refreshAccount } from "./refresh-account"
import { sync } from "./scripted-vitally.fake"
import { testDeps } from "./testing"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
const minutes = 60_000

/** The answer in place of the real one, given that one and its text. */
type As = (real: Response, body: string) => Promise<Response> | Response

let replica: Replica
let raw: Server
let deps: SyncDeps
let skew = 0
/** What a request whose path fits is answered, given what the replica would say. */
let answer: { path: RegExp; as: As } | null = null
/** What the bare server writes to its socket, as it is. */
let bytes: Buffer = Buffer.alloc(0)

const fetchThrough: Fetch = async (url, init) => {
  const real = await replicaFetch(replica)(url, init)
  if (!answer?.path.test(new URL(url).pathname)) return real
  return answer.as(real, await real.text())
}

beforeAll(async () => {
  replica = await startReplica({ accounts: 30, seed: 5, rateLimit: null, tls: false })
  raw = createServer((request) => {
    request.socket.write(bytes)
    request.socket.end()
  })
  await new Promise<void>((resolve) => raw.listen(0, "127.0.0.1", resolve))
  const me = { adminId: replica.control.world.book.advisors[0]?.id ?? "", name: "Maya", role: "" }
  deps = await testDeps({ fetch: fetchThrough, now: () => Date.now() + skew, me })
  await sync(deps)
  await refreshAccount(deps, globex)
})
afterAll(async () => {
  await replica.close()
  await new Promise((resolve) => raw.close(resolve))
})
beforeEach(() => {
  answer = null
})

const stores = [
  "accounts",
  "organizations",
  "tasks",
  "touches",
  "contacts",
  "projects",
  "details",
  "history",
] as const

/** Everything that was read, but for when. */
async function cached(): Promise<unknown> {
  const plain = (row: object) => ({ ...row, readAt: "", detailAt: "", seenIn: 0, missingAt: undefined })
  const rows = await Promise.all(stores.map(async (name) => (await deps.db.getAll(name)).map(plain)))
  const derived = (await deps.db.getAll("summaries")).map((row) => ({ ...row, at: "" }))
  return { rows, owners: derived.map(({ id, owner }) => [id, owner]) }
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json" } })
const text = (body: string, status = 200, headers: Record<string, string> = {}) =>
  new Response(body, { status, headers })
const each = (body: string, change: (row: Record<string, unknown>) => unknown): unknown => {
  const value = JSON.parse(body) as { results?: Record<string, unknown>[] } & Record<string, unknown>
  return Array.isArray(value.results) ? { ...value, results: value.results.map(change) } : change(value)
}
/** The list as it came; of a single record nothing. */
const listIn = (body: string): object => {
  const value = JSON.parse(body) as { results?: unknown }
  return Array.isArray(value.results) ? value : {}
}
/** As the bare server sends it. */
const sent = (head: string, body: string | Buffer = "") => {
  bytes = Buffer.concat([Buffer.from(`HTTP/1.1 ${head}\r\n\r\n`), Buffer.from(body)])
  const { port } = raw.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port.toString()}/`, { redirect: "error" })
}
const jsonHead = (status: string, more: string) => `${status}\r\nContent-Type: application/json${more}`
const deep = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`

const hostile: [name: string, as: As][] = [
  ["200 with an error object", () => json({ error: "Something went wrong" })],
  ["200 with a status in it", () => json({ statusCode: 500, message: "No." })],
  ["rows beside an error", (_real, body) => json({ ...listIn(body), error: "Timed out halfway" })],
  ["results: null", () => json({ results: null, next: null })],
  ["results as an object", () => json({ results: { 0: {} }, next: null })],
  ["results within results", () => json({ results: { results: [] } })],
  ["JSON in JSON", (_real, body) => json(body)],
  ["a list of lists", () => json([[], [], []])],
  ["a cursor that is an object", (_real, body) => json({ ...listIn(body), next: { after: "x" } })],
  ["numbers for ids", (_real, body) => json(each(body, (row) => ({ ...row, id: 7 })))],
  ["no ids", (_real, body) => json(each(body, (row) => ({ ...row, id: undefined })))],
  ["ids and nothing else", (_real, body) => json(each(body, ({ id }) => ({ id })))],
  ["ids and names", (_real, body) => json(each(body, ({ id, name }) => ({ id, name })))],
  [
    "the right ids with wrong types",
    (_real, body) =>
      json(
        each(body, (row) =>
          Object.fromEntries(Object.keys(row).map((key) => [key, key === "id" ? row.id : [[{}]]])),
        ),
      ),
  ],
  [
    "another customer's name on every row",
    (_real, body) =>
      json(each(body, (row) => ({ ...row, id: `x-${String(row.id)}`, accountId: "elsewhere" }))),
  ],
  ["HTML", () => text("<!doctype html><title>Sign in</title>")],
  ["JSONP", (_real, body) => text(`cb(${body})`)],
  ["a guard against scripts", (_real, body) => text(`)]}',\n${body}`)],
  ["JSON lines", (_real, body) => text(`${body}\n${body}`)],
  ["NaN and Infinity", (_real, body) => text(body.replace(/:\s*\d+(?=[,}])/, ": NaN"))],
  [
    "latin-1 said to be UTF-8",
    (_real, body) => {
      const changed = body.replace(/"name":"/g, '"name":"Müller ')
      return new Response(Buffer.from(changed, "latin1"), {
        headers: { "content-type": "application/json; charset=utf-8" },
      })
    },
  ],
  ["deep nesting", () => text(deep(200_000))],
  ["13 MB", () => text(`{"results":"${"x".repeat(13_000_000)}"}`)],
  ["202 Accepted", (_real, body) => text(body, 202)],
  ["206, a part", (_real, body) => text(body.slice(0, 200), 206)],
  ["206, whole JSON", () => json({ results: [], next: null }, 206)],
  ["304", () => new Response(null, { status: 304 })],
  ["301 without an address", () => text("", 301)],
  ["a status without a name", () => text("", 299)],
  ["418", () => text("teapot", 418)],
  ["507", () => json({ error: "full" }, 507)],
  ["599", () => text("", 599)],
  [
    "gzip, cut",
    (_real, body) => {
      const packed = gzipSync(body)
      return sent(jsonHead("200 OK", "\r\nContent-Encoding: gzip"), packed.subarray(0, packed.length / 2))
    },
  ],
  ["longer by its header", (_real, body) => sent(jsonHead("200 OK", "\r\nContent-Length: 9999999"), body)],
  ["shorter by its header", (_real, body) => sent(jsonHead("200 OK", "\r\nContent-Length: 20"), body)],
  ["chunks, cut", () => sent(jsonHead("200 OK", "\r\nTransfer-Encoding: chunked"), '5\r\n{"res\r\n')],
  ["100 and nothing more", () => sent("100 Continue")],
  ["302 to a sign-in page", () => sent("302 Found\r\nLocation: http://127.0.0.1:1/login")],
  ["no HTTP", () => sent("bananas")],
]

const places: [name: string, path: RegExp][] = [
  ["the customer itself", new RegExp(`/accounts/${globex}$`)],
  ["its tasks", new RegExp(`/accounts/${globex}/tasks$`)],
  ["its people", new RegExp(`/accounts/${globex}/users$`)],
  ["its notes", new RegExp(`/accounts/${globex}/notes$`)],
  ["its projects", new RegExp(`/accounts/${globex}/projects$`)],
  ["the list of customers", /\/accounts$/],
  ["the list of tasks", /\/resources\/tasks$/],
  ["the list of organizations", /\/organizations$/],
]

/** Each place meets an eighth of them, and each of them some place; `HOSTILE=all` tries every pair, for some ten minutes. */
const met = (at: number) =>
  hostile.filter((_one, index) => process.env.HOSTILE === "all" || (index + at) % 8 === 0)

describe.each(places.map(([place, path], at) => ({ place, path, at })))("$place", ({ place, path, at }) => {
  it.each(met(at))(
    "answered with %s",
    async (_name, as) => {
      const before = await cached()
      answer = { path, as }
      for (let round = 0; round < 2; round += 1) {
        if (place.startsWith("the list")) await sync(deps, true)
        else {
          const result = await refreshAccount(deps, globex)
          if (!result.ok) expect(result.fault.title.length).toBeGreaterThan(10)
        }
        skew += 11 * minutes
      }
      expect(await cached()).toEqual(before)
      answer = null
      skew += 2 * minutes
      if (place.startsWith("the list")) {
        await sync(deps)
        expect((await sync(deps, true)).fault).toBeUndefined()
      } else expect((await refreshAccount(deps, globex)).ok).toBe(true)
      expect(await cached()).toEqual(before)
    },
    60_000,
  )
})

describe("odd, and readable", () => {
  it.each<[string, As]>([
    ["a mark at the start", (_real, body) => text(`\uFEFF${body}`)],
    [
      "every row twice",
      (_real, body) => {
        const value = JSON.parse(body) as { results: unknown[] }
        return json({ ...value, results: value.results.flatMap((row) => [row, row]) })
      },
    ],
    [
      "keys of the prototype",
      (_real, body) =>
        text(
          body.replaceAll('"traits":{"', '"traits":{"__proto__":{"polluted":true},"constructor":{"a":1},"'),
        ),
    ],
    [
      "UTF-16, and said so",
      (_real, body) =>
        new Response(Buffer.from(body, "utf16le"), {
          headers: { "content-type": "application/json; charset=utf-16le" },
        }),
    ],
    [
      "an early hint first",
      (_real, body) =>
        sent(
          `103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body).toString()}`,
          body,
        ),
    ],
  ])("a list with %s is read", async (_name, as) => {
    answer = { path: /\/accounts$/, as }
    const before = (await deps.db.getAllKeys("accounts")).length
    expect((await sync(deps, true)).fault).toBeUndefined()
    expect(await deps.db.count("accounts")).toBe(before)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    const rows = await deps.db.getAll("accounts")
    expect(rows.every(({ raw: { name } }) => typeof name === "string" && !name.includes("\uFFFD"))).toBe(true)
  })
})
