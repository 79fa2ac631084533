import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"

import { createLimiter } from "~src/worker/vitally/api"
import type { CheckRow } from "~src/messaging/views/options"
import { refreshAccount } from "~src/worker/sync/refresh-account"
import { runSyncSlice } from "~src/worker/sync/run-slice"
import { testDeps } from "~src/worker/sync/testing"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"

import { checkStep } from "./run-step"
import { shapeOf } from "./shape-of"
import { steps } from "./steps"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
let replica: Replica

beforeAll(async () => {
  replica = await startReplica({ accounts: 40, seed: 5, rateLimit: 1000, tls: false })
})
afterAll(() => replica.close())
beforeEach(() => replica.control.reset())

const limiter = createLimiter({
  store: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
  now: Date.now,
  wait: () => Promise.resolve(),
  random: () => 0,
  backgroundShare: () => 1,
})

async function ready(fetch = replicaFetch(replica)) {
  const deps = { ...(await testDeps({ fetch })), limiter }
  await runSyncSlice(deps)
  await refreshAccount(deps, globex)
  replica.control.clearLog()
  return deps
}

async function check(deps: Awaited<ReturnType<typeof ready>>): Promise<CheckRow[]> {
  const rows: CheckRow[] = []
  for (let step = 0; step < steps.length; step += 1) rows.push(...(await checkStep(deps, step)).rows)
  return rows
}
const named = (rows: CheckRow[], name: string) => rows.find((row) => row.name === name)
const textOf = (rows: CheckRow[]) => rows.map(({ name, text }) => `${name}: ${text}`).join("\n")

const canary = "canary"
const mark = (value: string) => `${canary}-${value}`

/** Every text marked, but for what leads on to the next request, and keys of a customer's own added to every object. */
function poisoned(value: unknown, seen: Set<string>, key = ""): unknown {
  if (typeof value === "string") {
    if (/^(id|next)$|Id$/.test(key)) {
      seen.add(value)
      return value
    }
    return /^\d{4}-\d\d-\d\d/.test(value) ? value : mark(value)
  }
  if (Array.isArray(value)) return value.map((entry) => poisoned(entry, seen, key))
  if (typeof value !== "object" || value === null) return value
  const rest = Object.entries(value).map(([name, inner]) => [name, poisoned(inner, seen, name)])
  const own = {
    "Canary Corp": 7,
    "canary@acme.example": { canaryKey: true },
    canaryName: mark("value"),
    ...(key === "traits" && {
      "canary.com": 1,
      "vitally.custom.canaryTrait": 2,
      "sfdc.Canary__c": "x",
      canary: 3,
    }),
  }
  return { ...Object.fromEntries(rest), ...own }
}

describe("the workspace check", () => {
  it("asks every part of the API once, reads only, and tells what answered in which shape", async () => {
    const deps = await ready()
    const rows = await check(deps)
    expect(replica.control.requests.map(({ method }) => method)).not.toContain("POST")
    expect(new Set(replica.control.requests.map(({ method }) => method))).toEqual(new Set(["GET"]))
    expect(replica.control.requests.length).toBeLessThanOrEqual(45)
    expect(rows.filter(({ ok }) => ok === false)).toEqual([])
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
    for (const name of [
      ...["accounts", "accounts/:id", "organizations", "organizations/:id", "organizations/:id/accounts"],
      ...["tasks", "tasks, archived", "tasks/:id", "notes/:id", "conversations/:id", "messages/:id"],
      ...["meetings/:id", "users/search", "admins", "admins/search", "customFields, accounts"],
      ...["projectTemplates", "taskCategories", "noteCategories", "customObjects"],
      ...["customObjects/:id/instances/search", "Health breakdown", "accounts/:id/healthScores"],
    ])
      expect(named(rows, name)).toMatchObject({ ok: true })
    for (const part of ["users", "tasks", "notes", "conversations", "meetings", "npsResponses", "projects"])
      expect(named(rows, `accounts/:id/${part}`)).toMatchObject({ ok: true })
    expect(named(rows, "accounts")?.text).toMatch(/^200, \{results: \[\{id: text, .*\}\] \(3\), next: text/)
    expect(named(rows, "Unknown id")).toMatchObject({ ok: true, text: "404, {error: text}" })
    expect(named(rows, "Bad request")).toMatchObject({ ok: true, text: "400, {error: text}" })
    expect(named(rows, "Request limit")?.text).toMatch(
      /^RateLimit-Limit: 1000, 1000;window=60; RateLimit-Remaining: \d+; RateLimit-Reset: \d+$/,
    )
    expect(named(rows, "Accounts with a Salesforce id")?.text).toMatch(
      /^\d+ of 40; \d+ have the trait sfdc\.Id/,
    )
    expect(named(rows, "Fact sentiment")?.text).toMatch(
      /^vitally\.custom\.accountTaSentiment: (\d+) of 40 filled, \1 readable\.$/,
    )
  })

  it("tells no value and no key of a customer's, wherever they stand", async () => {
    const ids = new Set<string>()
    const fetch: typeof globalThis.fetch = async (input, init) => {
      const clean = new Request(input, init)
      const answer = await replicaFetch(replica)(clean.url.replaceAll(`${canary}-`, ""), init)
      return new Response(JSON.stringify(poisoned(await answer.json(), ids)), answer)
    }
    const deps = await ready(fetch)
    // Marked names still lead where they led: nothing here is told because nothing was read.
    replica.control.fault({
      path: "/resources/projectTemplates",
      status: 403,
      body: { error: "canary said" },
    })
    const rows = await check(deps)
    const report = textOf(rows)
    for (const name of ["admins/search", "users/search", "accounts/:externalId", "messages/:id"])
      expect(named(rows, name)).toMatchObject({ ok: true })
    expect(named(rows, "projectTemplates")).toMatchObject({ ok: false })
    expect(report.toLowerCase()).not.toContain(canary)
    expect(report).not.toContain("@")
    for (const id of ids) expect(report).not.toContain(id)
    expect(named(rows, "Traits that feed no fact")?.text).toMatch(/other \d+/)
    expect(named(rows, "accounts/:id")?.text).toMatch(/\+3: number or text or \{\+1: boolean\}/)
  })

  it("does not name a mapped trait that is no field of the workspace's own", async () => {
    const deps = await ready()
    await deps.db.put("meta", {
      key: "traitMapByHand",
      value: { segment: "Wayne Enterprises", seats: "sfdc.Seats__c" },
    })
    const rows = await check(deps)
    expect(named(rows, "Fact segment")?.text).toMatch(/^a trait \(other\): 0 of 40 filled/)
    expect(named(rows, "Fact seats")?.text).toMatch(/^sfdc\.Seats__c: /)
  })

  it("goes on where a key may not read a part, and says so", async () => {
    const deps = await ready()
    replica.control.fault({ path: "/resources/accounts/*/notes", status: 403, body: { message: "No scope" } })
    replica.control.fault({ path: "/resources/accounts/*/meetings", status: 404, body: "not here" })
    replica.control.fault({ path: "/resources/organizations", status: 500, body: "<html>" })
    replica.control.fault({ path: "/resources/admins", status: 403 })
    const rows = await check(deps)
    expect(named(rows, "accounts/:id/notes")).toEqual({
      name: "accounts/:id/notes",
      ok: false,
      text: "403, {message: text}",
    })
    expect(named(rows, "accounts/:id/meetings")).toMatchObject({ ok: false, text: "404, text" })
    expect(named(rows, "organizations")).toMatchObject({ ok: false, text: "500, text" })
    expect(named(rows, "admins/search")).toMatchObject({ ok: null })
    expect(named(rows, "accounts/:id/projects")).toMatchObject({ ok: true })
  })

  it("goes on where a part never answers, and says so", async () => {
    const deps = await ready((input, init) => {
      if (/customFields|accounts\/[^?]+\/meetings|users\/search/.test(input as string))
        return Promise.reject(new DOMException("The operation timed out.", "TimeoutError"))
      return replicaFetch(replica)(input, init)
    })
    const rows = await check(deps)
    for (const name of ["accounts/:id/meetings", "customFields, accounts", "Bad request"])
      expect(named(rows, name)).toMatchObject({ ok: false, text: "No answer in time." })
    expect(named(rows, "accounts/:id/notes")).toMatchObject({ ok: true })
    expect(named(rows, "projectTemplates")).toMatchObject({ ok: true })
  })

  it.each([
    ["offline", { drop: true, times: null }, "network"],
    ["an expired key", { status: 401, times: null }, "auth"],
    ["a limit that is used up", { status: 429, times: null, headers: { "Retry-After": "1" } }, "rate"],
  ] as const)("stops at %s: asking on is no use", async (_name, fault, kind) => {
    const deps = await ready()
    replica.control.fault({ path: "/resources/*", ...fault })
    await expect(checkStep(deps, 0)).rejects.toMatchObject({ kind })
    replica.control.clearFaults()
  })

  it("says of the last 429 whether it told how long to wait", async () => {
    const own = await testDeps({ fetch: replicaFetch(replica) })
    const state = { ...(await limiter.state()) }
    const last = async (retryAfterSeen?: boolean) => {
      const seen = { ...state, ...(retryAfterSeen !== undefined && { retryAfterSeen }) }
      const deps = { ...own, limiter: { ...limiter, state: () => Promise.resolve(seen) } }
      const rows = await checkStep(deps, steps.length - 2)
      return named(rows.rows, "Answer 429")?.text
    }
    Reflect.deleteProperty(state, "retryAfterSeen")
    expect(await last()).toMatch(/^none seen/)
    expect(await last(true)).toMatch(/^with Retry-After/)
    expect(await last(false)).toMatch(/^without Retry-After/)
  })

  it("works before anything is cached, and on an empty workspace", async () => {
    const empty: typeof fetch = () => Promise.resolve(Response.json({ results: [], next: null }))
    const deps = { ...(await testDeps({ fetch: empty })), limiter }
    const rows = await check(deps)
    expect(named(rows, "accounts")).toMatchObject({ ok: true, text: "200, {results: [] (0), next: none}" })
    expect(named(rows, "accounts/:id/notes")).toMatchObject({ ok: null })
    const fresh = { ...(await testDeps({ fetch: replicaFetch(replica) })), limiter }
    expect(named(await check(fresh), "accounts/:id/notes")).toMatchObject({ ok: true })
  })
})

describe("shapeOf", () => {
  it.each([
    [
      {
        results: [
          { id: "a", mrr: 1 },
          { id: "b", mrr: null },
        ],
        next: null,
      },
      "{results: [{id: text, mrr: number or none}] (2), next: none}",
    ],
    [{ "Ada Moss": 3, "ada@acme.example": 4, total: 7 }, "{total: number, +2: number}"],
    [{ Acme: { sentiment: "Poor" } }, "{+1: {+1: text}}"],
    [
      [["2026-01-31", "2026-01-31T00:00:00Z", "", true]],
      "[[date or instant or empty text or boolean] (4)] (1)",
    ],
    [
      { currentScore: 7, health_score: { weight: 0.5 } },
      "{currentScore: number, health_score: {weight: number}}",
    ],
    ["Not found, Ada", "text"],
    [null, "none"],
  ])("%j is %s", (body, shape) => {
    expect(shapeOf(body)).toBe(shape)
  })
})
