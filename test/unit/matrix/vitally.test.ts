/** The fault matrix of Vitally: each kind of request, each wrong answer, in the situations in which it is asked. See `cells.ts`. */
import { afterAll, beforeAll, expect } from "vitest"

import { templateRows } from "~test/replica/book/projects"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { vitallyFault } from "~src/worker/vitally/api"
import type { OutboxRow } from "~src/worker/cache/rows"
import { setMeta } from "~src/worker/cache/meta"
import { createFakeContext } from "~src/worker/kernel/context.fake"
import { sendToVitally } from "~src/worker/outbox/send-vitally"
import { drain } from "~src/worker/outbox/drain"
import { decide, type Draft, enqueue } from "~src/worker/outbox/queue"
import { refreshAccount } from "~src/worker/sync/refresh-account"
import { sync } from "~src/worker/sync/scripted-vitally.fake"
import { testDeps } from "~src/worker/sync/testing"
import { externalIdOf } from "~src/worker/writes/ids"
import type { WriteKind } from "~src/worker/writes/payloads"

import { answers } from "./answers"
import { cells, writeTable } from "./cells"

const globex = "5f1c2a7e-3d94-4b60-8a11-0c9e7d52f001"
type Deps = Awaited<ReturnType<typeof testDeps>>

let replica: Replica
let deps: Deps
let skew = 0
beforeAll(async () => {
  replica = await startReplica({ accounts: 20, seed: 5, rateLimit: null, tls: false })
  const me = { adminId: replica.control.world.book.advisors[0]?.id ?? "", name: "Maya", role: "" }
  deps = await testDeps({ fetch: replicaFetch(replica), now: () => Date.now() + skew, me })
  await sync(deps)
  await refreshAccount(deps, globex)
})
afterAll(async () => {
  await replica.close()
  writeTable("matrix", (request) => request.replace(globex, ":id"))
})

const stores = [
  "accounts",
  "organizations",
  "tasks",
  "touches",
  "contacts",
  "projects",
  "details",
  "summaries",
  "history",
] as const
async function sizes(): Promise<Record<string, number>> {
  const meta = await Promise.all(
    ["admins", "catalogue", "projectTemplates", "noteCategories"].map(async (key) => [
      key,
      ((await deps.db.get("meta", key))?.value as unknown[] | undefined)?.length ?? 0,
    ]),
  )
  const rows = await Promise.all(stores.map(async (name) => [name, await deps.db.count(name)]))
  return Object.fromEntries([...meta, ...rows]) as Record<string, number>
}

/** Not smaller than before, and no history that nobody made. */
async function expectKept(before: Record<string, number>): Promise<void> {
  const after = await sizes()
  for (const [name, count] of Object.entries(before)) expect(after[name], name).toBeGreaterThanOrEqual(count)
  expect(after.history, "history").toBe(before.history)
}

const clear = () => replica.control.clearFaults()

cells({
  situation: "a customer is opened",
  answers,
  clear,
  requests: [
    `accounts/${globex}`,
    "organizations/*",
    `accounts/${globex}/users`,
    `accounts/${globex}/notes`,
    `accounts/${globex}/conversations`,
    "conversations/*",
    `accounts/${globex}/meetings`,
    `accounts/${globex}/projects`,
    `accounts/${globex}/npsResponses`,
    `accounts/${globex}/healthScores`,
    `accounts/${globex}/tasks`,
  ],
  run: async (request, answer) => {
    const before = await sizes()
    replica.control.fault({ ...answer.fault, method: "GET", path: `/resources/${request}`, times: null })
    for (let reading = 0; reading < 2; reading += 1) {
      const result = await refreshAccount(deps, globex)
      if (!result.ok) expect([result.fault.title, result.fault.detail].join("").length).toBeGreaterThan(20)
      skew += 15 * 60_000
    }
    await expectKept(before)
    replica.control.clearFaults()
    skew += 130_000
    expect((await refreshAccount(deps, globex)).ok).toBe(true)
    await expectKept(before)
  },
})

cells({
  situation: "the whole book is read in the background",
  answers,
  clear,
  requests: [
    "accounts",
    "organizations",
    "tasks",
    "admins",
    "customFields",
    "projectTemplates",
    "noteCategories",
  ],
  run: async (request, answer) => {
    const before = await sizes()
    replica.control.fault({ ...answer.fault, method: "GET", path: `/resources/${request}`, times: null })
    for (let pass = 0; pass < 2; pass += 1) {
      const { fault } = await sync(deps, true)
      if (fault) expect(fault.detail.length).toBeGreaterThan(10)
      skew += 15 * 60_000
    }
    await expectKept(before)
    replica.control.clearFaults()
    // As long as the limiter heeds a 429, at most.
    skew += 130_000
    // A sweep that was stopped goes on; then the newest whole one.
    await sync(deps)
    expect((await sync(deps, true)).fault).toBeUndefined()
    await expectKept(before)
  },
})

const kinds: readonly WriteKind[] = [
  "task.complete",
  "task.reopen",
  "task.add",
  "touch.log",
  "trait.set",
  "project.start",
]
let writes = 0

cells({
  situation: "a write is sent",
  answers,
  clear,
  requests: kinds,
  run: async (kind, answer) => {
    const { control } = replica
    const context = await createFakeContext({ now: new Date(Date.now() + skew).toISOString() })
    await setMeta(context.db, "traitMap", { activeChampion: "vitally.custom.championOfMatrix" })
    const id = `m${(writes += 1).toString()}`
    const draft = draftOf(kind as WriteKind, id)
    await enqueue(context, [draft])
    const client = { ...deps, db: context.db }
    const senders = {
      workspaces: () => Promise.resolve({ vitally: draft.workspace, salesforce: null }),
      send: (row: OutboxRow, mayHaveArrived: boolean) => sendToVitally(client, row, mayHaveArrived),
      sent: () => undefined,
    }
    const row = async () => (await context.db.get("outbox", id))!
    const turn = async () => {
      skew += 900_000
      await context.pass(900_000)
      await drain(context, senders, Infinity)
    }
    const seenBefore = control.applied.length
    for (const method of ["POST", "PUT"])
      control.fault({ ...answer.fault, method, path: "/resources/*", times: null })
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await turn()
      const { state, fault } = await row()
      // A cut answer is cut behind the work: that one may have arrived, and is found.
      if (answer.name !== "cut body") expect(state).not.toBe("sent")
      if (state !== "sent") expect(fault?.title ?? vitallyFault(null).title).toBeTruthy()
    }
    control.clearFaults()
    for (let attempt = 0; attempt < 6 && (await row()).state !== "sent"; attempt += 1) {
      const { state } = await row()
      if (state === "undecided") await decide(context, id, arrivedOf(kind as WriteKind, id, seenBefore))
      // A definite no is kept and shown; the user sends it again.
      if (state === "refused")
        await context.db.put("outbox", { ...(await row()), state: "waiting", nextTryAt: 0 })
      await turn()
    }
    expect((await row()).state).toBe("sent")
    expect(countOf(kind as WriteKind, id, seenBefore)).toBe(1)
  },
})

function draftOf(kind: WriteKind, id: string): Draft<WriteKind> {
  const at = "2026-11-23T09:00:00Z"
  const { vitally } = replica.control.world
  const task = [...vitally.tasksUnder(globex)].find(({ row }) => row.archivedAt === null)!
  task.row.completedAt = kind === "task.complete" ? null : at
  task.changed()
  const payloads: Record<WriteKind, object> = {
    "task.complete": { taskId: task.id, completedAt: at },
    "task.reopen": { taskId: task.id },
    "task.add": { name: `Task ${id}` },
    "touch.log": { channel: "call", direction: "outbound", at, on: "2026-11-23", subject: "Call" },
    "note.add": { subject: "Ask", text: "Exec sponsor by 11 Dec.", about: "ask", at },
    "trait.set": { trait: "activeChampion", value: writes % 2 === 0 },
    "project.start": { templateId: String(templateRows(replica.control.world.book)[0]?.id) },
  }
  return {
    id,
    kind,
    target: "vitally",
    workspace: `us:${access.subdomain}`,
    accountId: globex,
    accountName: "Globex",
    text: kind,
    payload: payloads[kind] as Draft<WriteKind>["payload"],
  }
}

/** How often the server holds it: new records for what makes one, else whether the state is as wanted. */
function countOf(kind: WriteKind, id: string, seen: number): number {
  const { applied, world } = replica.control
  if (kind === "task.add") return world.tasksByExternalId.has(externalIdOf(id)) ? 1 : 0
  if (kind === "touch.log" || kind === "note.add")
    return world.notesByExternalId.has(externalIdOf(id)) ? 1 : 0
  const mine = applied.slice(seen)
  if (kind === "project.start")
    return mine.filter(({ method, route }) => method === "POST" && route === "projects").length
  return mine.some(({ method }) => method === "PUT") ? 1 : 0
}

const arrivedOf = (kind: WriteKind, id: string, seen: number) => countOf(kind, id, seen) > 0
