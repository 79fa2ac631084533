import { afterAll, beforeAll, expect, it } from "vitest"

import { Killed, mortal, random } from "~test/fakes/mortal"
import { templateRows } from "~test/replica/book/projects"
import { replicaFetch } from "~test/replica/fetch"
import { access } from "~test/replica/options"
import { type Replica, startReplica } from "~test/replica/server"

import { parseApiKey } from "../vitally/api"
import { createFakePlatform } from "~src/platform/platform.fake"
import { openLensDatabase } from "../cache/database"
import { setMeta } from "../cache/meta"
import type { OutboxRow } from "../cache/rows"

import { createFakeContext } from "../kernel/context.fake"
import { externalIdOf } from "../writes/ids"
import { drain } from "./drain"
import type { WriteKind } from "../writes/payloads"
import { decide, type Draft, enqueue } from "./queue"
import { sendersOf } from "./service"

const writes = 40
const rounds = 5
const killsEach = 12
const traitKey = "vitally.custom.championOfTest"

let replica: Replica
beforeAll(async () => {
  replica = await startReplica({ accounts: 12, seed: 5, rateLimit: null, tls: false })
})
afterAll(() => replica.close())

const vitally = () => replica.control.world.vitally

/** Forty writes of every kind over four accounts. */
function drafts(round: number): Draft<WriteKind>[] {
  const accounts = [...vitally().accounts.all()].slice(0, 4).map(({ id }) => id)
  const template = String(templateRows(replica.control.world.book)[0]?.id)
  const open = accounts.map((account) =>
    [...vitally().tasksUnder(account)].find(({ row }) => row.completedAt === null),
  )
  return Array.from({ length: writes }, (_, index): Draft<WriteKind> => {
    const lane = index % 4
    const base = {
      id: `r${round.toString()}-${index.toString().padStart(2, "0")}`,
      target: "vitally" as const,
      workspace: `us:${access.subdomain}`,
      accountId: accounts[lane] ?? "",
      accountName: "x",
      text: "x",
    }
    const step = Math.floor(index / 4)
    const at = "2026-11-23T09:00:00Z"
    if (step === 0 && open[lane]) {
      return { ...base, kind: "task.complete", payload: { taskId: open[lane].id, completedAt: at } }
    }
    if (step === 9) return { ...base, kind: "project.start", payload: { templateId: template } }
    if (step % 3 === 0) return { ...base, kind: "task.add", payload: { name: `Task ${base.id}` } }
    if (step === 4) {
      return {
        ...base,
        kind: "note.add",
        payload: { subject: `Note ${base.id}`, text: "Exec sponsor by 11 Dec.", about: "ask", at },
      }
    }
    if (step % 3 === 1) {
      return {
        ...base,
        kind: "touch.log",
        payload: { channel: "call", direction: "outbound", at, on: "2026-11-23", subject: "Call" },
      }
    }
    return { ...base, kind: "trait.set", payload: { trait: "activeChampion", value: step === 8 } }
  })
}

function disturb(next: () => number): void {
  const { control } = replica
  const method = next() < 0.5 ? "POST" : "PUT"
  const stage = next() < 0.5 ? ("before" as const) : ("after" as const)
  const pick = next()
  const skip = Math.floor(next() * 4)
  if (pick < 0.25) control.fault({ method, stage, skip, status: 500 })
  else if (pick < 0.45) control.fault({ method, skip, status: 429, headers: { "retry-after": "0" } })
  else if (pick < 0.7) control.fault({ method, stage, skip, drop: true })
  else control.fault({ method, stage, skip, cut: true })
}

it(`applies ${writes} writes once each, killed at random points under faults`, async () => {
  let kills = 0
  for (let round = 0; round < rounds; round += 1) {
    const next = random(round + 7)
    replica.control.reset()
    const name = `outbox-kill-${round}`
    const real = replicaFetch(replica)
    let now = Date.parse("2026-11-23T10:00:00Z")
    const queued = drafts(round)

    /** One life of the worker, `life` operations long. */
    const live = async (life: number) => {
      const body = mortal(await openLensDatabase(name), real, life)
      const platform = createFakePlatform()
      const fake = await createFakeContext({
        platform,
        databaseName: `${name}-unused`,
        settings: { vitally: { region: "us", subdomain: access.subdomain, connected: true } },
        now: new Date(now).toISOString(),
      })
      await fake.secrets.setVitallyAuthorization(parseApiKey(access.apiKey))
      const context = { ...fake, db: body.db, fetch: body.fetch }
      const senders = { ...sendersOf(context), sent: () => undefined }
      await drain(context, senders, Infinity)
    }

    const db = await openLensDatabase(name)
    await setMeta(db, "traitMap", { activeChampion: traitKey })
    await enqueue({ db, now: () => now }, queued)
    for (let kill = 0; kill < killsEach; kill += 1) {
      now += 3_600_000
      disturb(next)
      await live(3 + Math.floor(next() * 45)).catch((error: unknown) => {
        if (!(error instanceof Killed || (error instanceof Error && error.name === "AbortError"))) throw error
        kills += 1
      })
    }
    replica.control.clearFaults()
    for (let left: OutboxRow[] = queued as never; left.length > 0;) {
      now += 3_600_000
      await live(Infinity)
      left = (await db.getAll("outbox")).filter(({ state }) => state !== "sent")
      // The user looks into Vitally and says what is there.
      for (const row of left.filter(({ state }) => state === "undecided")) {
        await decide({ db, now: () => now }, row.id, started(row))
      }
    }
    check(queued)
    db.close()
  }
  expect(kills).toBeGreaterThanOrEqual(30)
}, 120_000)

it.each([-5, 5])("starts a project once where our clock is %i h ahead of Vitally's", async (ahead) => {
  replica.control.reset()
  const [account] = [...vitally().accounts.all()]
  const accountId = account?.id ?? ""
  const templateId = String(templateRows(replica.control.world.book)[0]?.id)
  const context = await createFakeContext({
    settings: { vitally: { region: "us", subdomain: access.subdomain, connected: true } },
    now: new Date(Date.now() + ahead * 3_600_000).toISOString(),
    fetch: replicaFetch(replica),
  })
  await context.secrets.setVitallyAuthorization(parseApiKey(access.apiKey))
  const senders = { ...sendersOf(context), sent: () => undefined }
  const start = async (id: string, stage: "before" | "after") => {
    // No answer to the first try, nor to the look that follows it.
    replica.control.fault({ method: "POST", path: "/resources/projects", stage, drop: true })
    replica.control.fault({ path: "/resources/accounts/*/projects", skip: 1, status: 501 })
    await enqueue(context, [
      {
        id,
        kind: "project.start",
        target: "vitally",
        workspace: `us:${access.subdomain}`,
        accountId,
        accountName: "x",
        text: "x",
        payload: { templateId },
      },
    ])
    for (let tries = 0; (await context.db.get("outbox", id))?.state !== "sent" && tries < 5; tries += 1) {
      await context.pass(900_000)
      await drain(context, senders, Infinity)
    }
    expect((await context.db.get("outbox", id))?.state).toBe("sent")
  }
  await start("w1", "after")
  expect(projectsOf(accountId)).toHaveLength(1)
  // One of that template is there already: this one is another.
  await start("w2", "before")
  expect(projectsOf(accountId)).toHaveLength(2)
})

const projectsOf = (accountId: string) =>
  replica.control.log.applied.filter(
    ({ method, route, body }) => method === "POST" && route === "projects" && body.accountId === accountId,
  )
const started = ({ accountId }: OutboxRow) => projectsOf(accountId).length > 0

function check(queued: Draft<WriteKind>[]): void {
  const { world } = replica.control
  const keysOf = (kind: WriteKind) =>
    queued.filter((draft) => draft.kind === kind).map(({ id }) => externalIdOf(id))
  const under = (map: Map<string, unknown>) => [...map.keys()].filter((key) => key.includes("account-lens:"))
  expect(under(world.tasksByExternalId).length).toBe(keysOf("task.add").length)
  expect(under(world.notesByExternalId).length).toBe(keysOf("touch.log").length + keysOf("note.add").length)
  for (const { kind, payload, accountId } of queued) {
    if (kind === "task.complete") {
      expect(vitally().tasks.get((payload as { taskId: string }).taskId)?.row.completedAt).not.toBeNull()
    }
    if (kind === "project.start") expect(projectsOf(accountId)).toHaveLength(1)
    if (kind === "trait.set") {
      // The last of three in their order.
      const traits = vitally().accounts.get(accountId)?.row.traits as Record<string, unknown>
      expect(traits[traitKey]).toBe(true)
    }
  }
  expect(replica.control.log.deletes).toEqual([])
}
