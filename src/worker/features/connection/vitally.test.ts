import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"

import { waitFor } from "~src/worker/kernel/http"
import { createLimiter } from "~src/worker/vitally/api"
import { runSyncSlice } from "~src/worker/sync/run-slice"
import { refreshAccount } from "~src/worker/sync/refresh-account"
import { testDeps } from "~src/worker/sync/testing"
import { loadFacts } from "~src/worker/account-facts"
import { factsContext } from "~src/worker/account-facts/facts-context"
import type { OutboxRow } from "~src/worker/cache/rows"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { connectVitally } from "./connect-vitally"
import { sendToVitally } from "../../outbox/send-vitally"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
let replica: Replica

beforeAll(async () => {
  replica = await startReplica({ accounts: 40, seed: 5, rateLimit: null, tls: false })
})
afterAll(() => replica.close())
beforeEach(() => replica.control.reset())

const limiter = () =>
  createLimiter({
    store: { get: () => Promise.resolve(undefined), set: () => Promise.resolve() },
    now: Date.now,
    wait: waitFor,
    random: () => 0,
    backgroundShare: () => 1,
  })

describe("connectVitally", () => {
  const real = () => replicaFetch(replica)
  const noSuchHost: typeof fetch = (input, init) =>
    new URL(new Request(input).url).host === "nowhere.rest.vitally.io"
      ? Promise.reject(new TypeError("Failed to fetch"))
      : real()(input, init)
  const offline: typeof fetch = () => Promise.reject(new TypeError("Failed to fetch"))
  const options = {
    region: "us",
    subdomain: "acme",
    apiKey: access.apiKey,
    now: Date.now,
    online: true,
  } as const
  const codeOf = async (work: ReturnType<typeof connectVitally>): Promise<string> => {
    const result = await work
    return result.connected ? "connected" : result.fault.code
  }

  it("lists the workspace's people and roles", async () => {
    const result = await connectVitally({ ...options, fetch: real(), limiter: limiter() })
    expect(result).toMatchObject({ connected: true })
    if (!result.connected) return
    expect(result.admins.some(({ name }) => name === "Maya Lindqvist")).toBe(true)
    expect(result.roles).toContain("Technical Advisor")
  })

  it("tells a wrong key, a wrong subdomain, no permission and no network apart", async () => {
    const base = { ...options, limiter: limiter() }
    expect(await codeOf(connectVitally({ ...base, fetch: real(), apiKey: "sk_live_wrong" }))).toBe("auth")
    expect(await codeOf(connectVitally({ ...base, fetch: noSuchHost, subdomain: "nowhere" }))).toBe(
      "not-found",
    )
    expect(await codeOf(connectVitally({ ...base, fetch: offline }))).toBe("network")
    expect(await codeOf(connectVitally({ ...base, fetch: real(), apiKey: "two words" }))).toBe("bad-request")
    replica.control.fault({ path: "/resources/accounts", status: 403 })
    expect(await codeOf(connectVitally({ ...base, fetch: real() }))).toBe("forbidden")
  })

  it("takes the people of key roles where the admins are not listed", async () => {
    replica.control.fault({ path: "/resources/admins", status: 404 })
    const result = await connectVitally({ ...options, fetch: real(), limiter: limiter() })
    expect(result.connected && result.admins.length).toBeGreaterThan(1)
  })
})

describe("sendToVitally", () => {
  const rowOf = (kind: OutboxRow["kind"], payload: Record<string, unknown>, id = "write-1"): OutboxRow => ({
    id,
    accountId: globex,
    accountName: "Globex",
    target: "vitally",
    kind,
    text: "",
    payload,
    state: "sending",
    createdAt: Date.now(),
    sendAfter: 0,
    nextTryAt: 0,
    tries: 1,
    workspace: "us:acme",
  })
  const ready = async () => {
    const deps = await testDeps({ fetch: replicaFetch(replica) })
    await runSyncSlice(deps)
    return deps
  }
  const me = () => replica.control.world.book.advisors[0]?.id ?? ""
  const applied = () => replica.control.log.applied

  it("completes and reopens a task", async () => {
    const deps = await ready()
    const task = (await deps.db.getAllFromIndex("tasks", "accountId", globex)).find(({ open }) => open === 1)
    const taskId = task?.id ?? ""
    const completedAt = new Date().toISOString()
    expect(
      await sendToVitally(deps, rowOf("task.complete", { taskId, completedAt, completedById: me() }), false),
    ).toEqual({ state: "sent" })
    expect(replica.control.taskRow(taskId)).toMatchObject({ completedAt, completedById: me() })
    await sendToVitally(deps, rowOf("task.reopen", { taskId }), false)
    expect(replica.control.taskRow(taskId)).toMatchObject({ completedAt: null })
  })

  it("says so where Vitally accepts a reopening but leaves the task done", async () => {
    const deps = await ready()
    const put = { path: "/resources/tasks/*", method: "PUT", status: 200 }
    const done = { id: "t1", name: "Call", completedAt: "2026-11-20T10:00:00Z" }
    const answers: [unknown, string][] = [
      [done, "refused"],
      [{ ...done, completedAt: null }, "sent"],
      [{ id: "t1", name: "Call" }, "sent"],
      // Neither says anything of the task.
      [{ results: [] }, "retry"],
      ["", "retry"],
    ]
    for (const [body, state] of answers) {
      replica.control.fault({ ...put, body })
      expect((await sendToVitally(deps, rowOf("task.reopen", { taskId: "t1" }), false)).state).toBe(state)
    }
  })

  it.each([
    ["an empty body", { body: "" }],
    ["null", { body: null }],
    ["{}", { body: {} }],
    ["a list", { body: [] }],
    ["204", { status: 204, body: "" }],
    ["another record", { body: { id: "x", externalId: "y" } }],
  ])("does not call a write sent that was answered by %s and never arrived", async (_what, fault) => {
    const deps = await ready()
    const row = rowOf("task.add", { name: "Call" }, "unsent")
    replica.control.fault({ status: 200, ...fault, path: "/resources/tasks", method: "POST" })
    expect(await sendToVitally(deps, row, false)).toMatchObject({ state: "retry" })
    expect(applied()).toEqual([])
    // The same answer, but the work was done: it is found.
    replica.control.fault({ ...fault, stage: "after", path: "/resources/tasks", method: "POST" })
    expect((await sendToVitally(deps, row, true)).state).toBe("sent")
    expect(applied()).toHaveLength(1)
  })

  it("adds a task once, however often it is sent", async () => {
    const deps = await ready()
    const row = rowOf("task.add", {
      name: "Call <Ada>",
      steps: ["One", "<b>two</b>"],
      dueOn: "2026-12-01",
      assignedToId: me(),
    })
    replica.control.fault({ path: "/resources/tasks", method: "POST", stage: "after", drop: true })
    expect(await sendToVitally(deps, row, false)).toMatchObject({ state: "retry" })
    expect(await sendToVitally(deps, row, true)).toEqual({ state: "sent" })
    const [first, second] = applied()
    expect(first?.id).toBe(second?.id)
    expect(replica.control.taskRow(first?.id ?? "")).toMatchObject({
      name: "Call <Ada>",
      dueDate: "2026-12-01",
      description: "<ul><li>One</li><li>&lt;b&gt;two&lt;/b&gt;</li></ul>",
    })
  })

  it("logs a touch that is read back as the same touch", async () => {
    const deps = await ready()
    const at = new Date(Date.now() - 3_600_000).toISOString()
    const payload = {
      channel: "slack",
      direction: "outbound",
      at,
      on: at.slice(0, 10),
      subject: "Slack message",
      authorId: me(),
    }
    const row = rowOf("touch.log", payload)
    await deps.db.put("outbox", { ...row, state: "waiting" })
    await refreshAccount(deps, globex)
    const context = async () => factsContext({ ...deps, me: { adminId: me(), name: "Maya", role: "" } })
    const before = await loadFacts(deps.db, globex, await context())
    expect(await sendToVitally(deps, row, false)).toEqual({ state: "sent" })
    await deps.db.delete("outbox", row.id)
    await refreshAccount(deps, globex)
    const after = await loadFacts(deps.db, globex, await context())
    const logged = (facts: typeof after) => facts?.touches?.filter(({ channel }) => channel === "slack")
    expect(logged(before)).toMatchObject([{ at, direction: "outbound", byMe: true, source: "manual" }])
    expect(logged(after)).toMatchObject([{ at, direction: "outbound", byMe: true, source: "vitally" }])
    expect(logged(before)?.[0]?.id).toBe(logged(after)?.[0]?.id)
  })

  it("sets a trait in the workspace's words, and leaves the others", async () => {
    const deps = await ready()
    const before = { ...(replica.control.accountRow(globex)["traits"] as object) }
    await sendToVitally(deps, rowOf("trait.set", { trait: "sentiment", value: "poor" }), false)
    await sendToVitally(deps, rowOf("trait.set", { trait: "accessToBuyer", value: true }), false)
    expect(replica.control.accountRow(globex)["traits"]).toEqual({
      ...before,
      "vitally.custom.accountTaSentiment": "Poor",
      "vitally.custom.relationshipAccessToBuyer": true,
    })
  })

  it("refuses a trait that is not mapped, without a request", async () => {
    const deps = await testDeps({ fetch: replicaFetch(replica) })
    expect(
      await sendToVitally(deps, rowOf("trait.set", { trait: "sentiment", value: "poor" }), false),
    ).toMatchObject({
      state: "refused",
    })
    expect(replica.control.log.count()).toBe(0)
  })

  it("starts a project once: an unknown outcome is looked up, and what cannot be told is asked", async () => {
    const deps = await ready()
    const template = (await deps.client.projectTemplates()).rows.find(({ name }) =>
      name?.startsWith("Health Assessment"),
    )
    const row = rowOf("project.start", { templateId: template?.id ?? "" })
    const started = () => applied().filter(({ route }) => route === "projects").length
    replica.control.fault({ path: "/resources/projects", method: "POST", stage: "after", drop: true })
    expect(await sendToVitally(deps, row, false)).toEqual({ state: "sent" })
    expect(await sendToVitally(deps, row, true)).toEqual({ state: "sent" })
    expect(started()).toBe(1)
    replica.control.reset()
    replica.control.fault({ path: "/resources/projects", method: "POST", drop: true })
    expect(await sendToVitally(deps, row, false)).toMatchObject({ state: "undecided" })
    expect(started()).toBe(0)
  })

  it("does not ask about a project while nothing can be looked up: it looks before the next try", async () => {
    const deps = await ready()
    const [template] = (await deps.client.projectTemplates()).rows
    const row = rowOf("project.start", { templateId: template?.id ?? "" })
    const started = () => applied().filter(({ route }) => route === "projects").length
    // The request arrived, then the network went.
    replica.control.fault({ path: "/resources/projects", method: "POST", stage: "after", drop: true })
    replica.control.fault({ path: "/resources/accounts/*/projects", drop: true, times: null })
    expect(await sendToVitally(deps, row, false)).toMatchObject({
      state: "retry",
      fault: { code: "network" },
    })
    replica.control.clearFaults()
    expect(await sendToVitally(deps, row, true)).toEqual({ state: "sent" })
    expect(started()).toBe(1)
  })

  describe("a project whose answer was lost", () => {
    const path = "/resources/projects"
    const hours = 3_600_000
    const started = () => applied().filter(({ route }) => route === "projects").length
    type Deps = Awaited<ReturnType<typeof ready>>
    /** A row as it is stored, queued by a clock that is `skew` milliseconds ahead of Vitally's. */
    const queued = async (deps: Deps, skew: number, part: Partial<OutboxRow> = {}) => {
      const [template] = (await deps.client.projectTemplates()).rows
      const created = { createdAt: Date.now() + skew, order: 1 }
      await deps.db.put("outbox", {
        ...rowOf("project.start", { templateId: template?.id ?? "" }),
        ...created,
        ...part,
      })
    }
    const stored = async (deps: Deps) => (await deps.db.get("outbox", "write-1")) as OutboxRow
    const send = async (deps: Deps, mayHaveArrived: boolean) =>
      (await sendToVitally(deps, await stored(deps), mayHaveArrived)).state
    /** Somebody else starts one of the same template. */
    const startedByOthers = async (deps: Deps) => {
      const { templateId } = (await stored(deps)).payload as { templateId: string }
      await deps.client.startProject({ templateId, accountId: globex })
    }
    /** The next try ends without an answer, and nothing can be looked up then. */
    const lose = (stage: "before" | "after") => {
      replica.control.fault({ path, method: "POST", stage, drop: true })
      replica.control.fault({ path: "/resources/accounts/*/projects", skip: 1, status: 501 })
    }

    it.each([-5, 0, 5])("is found where our clock is %i h ahead of Vitally's", async (ahead) => {
      const deps = await ready()
      await queued(deps, ahead * hours)
      await startedByOthers(deps)
      lose("after")
      expect(await send(deps, false)).toBe("retry")
      replica.control.clearFaults()
      expect(await send(deps, true)).toBe("sent")
      expect(started()).toBe(2)
    })

    it.each([-5, 0, 5])("is started where it never arrived and our clock is %i h ahead", async (ahead) => {
      const deps = await ready()
      await queued(deps, ahead * hours)
      // After the click, before the first try: not ours.
      await startedByOthers(deps)
      lose("before")
      expect(await send(deps, false)).toBe("retry")
      replica.control.clearFaults()
      expect(await send(deps, true)).toBe("sent")
      expect(started()).toBe(2)
    })

    it("is started where the worker died before the first request", async () => {
      const deps = await ready()
      await queued(deps, 0)
      await startedByOthers(deps)
      expect(await send(deps, true)).toBe("sent")
      expect(started()).toBe(2)
    })

    it("is started anew, after the user's word that it is not there, beside those that came since", async () => {
      const deps = await ready()
      await queued(deps, 0)
      replica.control.fault({ path, method: "POST", drop: true })
      expect(await send(deps, false)).toBe("undecided")
      await startedByOthers(deps)
      replica.control.fault({ path, method: "POST", drop: true })
      expect(await send(deps, false)).toBe("undecided")
      expect(await send(deps, false)).toBe("sent")
      expect(started()).toBe(2)
    })

    it("is looked for by the clocks where an earlier version queued it", async () => {
      const deps = await ready()
      await queued(deps, 0)
      await startedByOthers(deps)
      const old = await stored(deps)
      delete old.order
      await deps.db.put("outbox", { ...old, createdAt: Date.now() + hours })
      expect(await send(deps, true)).toBe("sent")
      expect(started()).toBe(2)
      await deps.db.put("outbox", { ...old, createdAt: Date.now() - 60_000 })
      expect(await send(deps, true)).toBe("sent")
      expect(started()).toBe(2)
    })

    describe("and the key may not look", () => {
      const list = "/resources/accounts/*/projects"

      it("is asked about, not called refused", async () => {
        const deps = await ready()
        await queued(deps, 0)
        lose("after")
        expect(await send(deps, false)).toBe("retry")
        replica.control.clearFaults()
        replica.control.fault({ path: list, status: 403, times: null })
        expect(await send(deps, true)).toBe("undecided")
        expect(started()).toBe(1)
      })

      it("is not taken for one that was there before", async () => {
        const deps = await ready()
        await queued(deps, 0)
        await startedByOthers(deps)
        replica.control.fault({ path: list, status: 403 })
        replica.control.fault({ path, method: "POST", drop: true })
        expect(await send(deps, false)).toBe("undecided")
        expect(await send(deps, true)).toBe("undecided")
      })

      it.each([401, 429, 400])("is sent again after a definite no (%i)", async (status) => {
        const deps = await ready()
        await queued(deps, 0)
        await startedByOthers(deps)
        replica.control.fault({ path: list, status: 403 })
        replica.control.fault({ path, method: "POST", status, headers: { "retry-after": "0" } })
        await send(deps, false)
        expect(await send(deps, true)).toBe("sent")
        expect(started()).toBe(2)
      })
    })

    it("costs one look before it is started, and none is needed where the key may not look", async () => {
      const deps = await ready()
      await queued(deps, 0)
      const before = replica.control.log.count()
      expect(await send(deps, false)).toBe("sent")
      expect(replica.control.log.count() - before).toBe(2)
      replica.control.fault({ path: "/resources/accounts/*/projects", status: 403, times: null })
      await queued(deps, 0)
      expect(await send(deps, false)).toBe("sent")
      expect(started()).toBe(2)
    })
  })

  it("keeps what can still arrive and shows what cannot", async () => {
    const deps = await ready()
    const row = rowOf("task.reopen", { taskId: "nobody" })
    expect(await sendToVitally(deps, row, false)).toMatchObject({
      state: "refused",
      fault: { code: "not-found" },
    })
    const missing = { ...row, accountId: "00000000-0000-4000-8000-000000000000" }
    expect(await sendToVitally(deps, missing, false)).toMatchObject({
      state: "retry",
      fault: { title: "Vitally does not know this customer at the moment." },
    })
    const path = "/resources/tasks*"
    for (const [status, state] of [
      [401, "retry"],
      // A right may come back.
      [403, "retry"],
      [429, "retry"],
      [400, "refused"],
      [503, "retry"],
    ] as const) {
      replica.control.fault({ path, method: "PUT", status })
      expect((await sendToVitally(await testDeps({ fetch: replicaFetch(replica) }), row, false)).state).toBe(
        state,
      )
    }
  })
})
