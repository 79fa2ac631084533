/**
 * A cache that lives for weeks: whatever happened at Vitally, to the network, the worker and our clock, it ends as Vitally has it. On the
 * way it gives up nothing that Vitally has, and no more customers within half a day than the brake lets go.
 */
import { afterAll, beforeAll, expect, it } from "vitest"

import { type LensDatabase, openLensDatabase } from "../cache/database"
import { getMeta } from "../cache/meta"
import { mayRemove } from "../cache/missing"
import { Killed, mortal, random } from "~test/fakes/mortal"
import { replicaFetch } from "~test/replica/fetch"
import { type Replica, startReplica } from "~test/replica/server"
import type { Row } from "~test/replica/world/collection"

import type { SyncState } from "~src/messaging/contract"

import { decideMissing } from "./decide-missing"
import { refreshAccount } from "./refresh-account"
import { askResummariseAll } from "./rows/resummarise"
import { runSyncSlice } from "./run-slice"
import { testDeps } from "./testing"

const lives = Number(process.env.LIVES ?? 4)
const events = 60
const hour = 3_600_000
const start = Date.parse("2026-11-02T08:00:00Z")

let replica: Replica

beforeAll(async () => {
  replica = await startReplica({
    accounts: 40,
    tasksPerAccount: 2,
    seed: 4,
    rateLimit: null,
    tls: false,
    now: new Date(start).toISOString(),
  })
})
afterAll(() => replica.close())

/** Vitally's time, and how far ours is ahead of it. */
let time = start
let skew = 0
let next: () => number = () => 0
const added = new Set<string>()

const chance = (share: number) => next() < share
const among = <T>(items: Iterable<T>): T | undefined => {
  const all = [...items]
  return all[Math.floor(next() * all.length)]
}

/** Something that others do in Vitally meanwhile. */
async function change(write: (id: string, body: object) => Promise<unknown>): Promise<void> {
  const { control } = replica
  const { vitally, clock } = control.world
  const account = among(vitally.accounts.all())?.id
  const open = [...vitally.tasks.all()].filter(({ closed }) => !closed)
  const task = among(open)?.id
  const organization = among(vitally.organizations.all())
  const pick = next()
  if (account !== undefined && pick < 0.2)
    control.updateAccount(account, { healthScore: Math.floor(next() * 10), name: `Renamed ${next()}` })
  else if (account !== undefined && pick < 0.3) control.addMessage(account, { inbound: chance(0.5) })
  else if (pick < 0.4) added.add(control.addAccount({ advisor: chance(0.5) ? 0 : 1 }))
  else if (account !== undefined && pick < 0.47) control.deleteAccount(account)
  else if (account !== undefined && pick < 0.53) control.churnAccount(account)
  else if (account !== undefined && pick < 0.58)
    control.updateAccount(account, { csmId: among(control.world.book.advisors)?.id })
  else if (organization && pick < 0.68) {
    organization.row["traits"] = { "vitally.custom.nextSteps": `${next()}` }
    vitally.organizations.touch(organization, clock.stamp())
  } else if (task !== undefined && pick < 0.8) await write(task, { name: `Do ${next()}` })
  else if (task !== undefined && pick < 0.9) await write(task, { completedAt: clock.stamp() })
  else if (task !== undefined) await write(task, { archivedAt: clock.stamp() })
}

const empty = JSON.stringify({ results: [], next: null })

/** Something that goes wrong. */
function disturb(): void {
  const { control } = replica
  const path = among(["accounts", "tasks", "organizations", "conversations", "customFields", "admins"])
  const at = { path: `/resources/${path}`, times: Math.ceil(next() * 6) }
  const pick = next()
  if (pick < 0.2) control.fault({ ...at, status: among([500, 502, 503]) ?? 500 })
  else if (pick < 0.3) control.fault({ ...at, status: 429, headers: { "retry-after": "0" } })
  else if (pick < 0.4) control.fault({ ...at, status: among([400, 403, 404]) ?? 403 })
  else if (pick < 0.5) control.fault({ ...at, cut: true })
  else if (pick < 0.55) control.fault({ ...at, drop: true })
  else if (pick < 0.65)
    control.fault({ ...at, status: 200, body: among(["null", "{}", "<html>", "", empty]) ?? "" })
  else if (pick < 0.75) control.expireCursors()
  else if (pick < 0.85) control.setPageSize({ vitally: 3 + Math.floor(next() * 30) })
  else skew = (next() - 0.5) * 12 * hour
}

const byId = (a: { id: unknown }, b: { id: unknown }) => (String(a.id) < String(b.id) ? -1 : 1)
const given = (rows: Iterable<{ json: string; closed: boolean }>) =>
  [...rows].map(({ json }) => JSON.parse(json) as Row & { id: string }).sort(byId)
/** Watches which customers leave the cache. Our clock jumps by half a day at most, so a day of it is half a day here at least. */
function watchdog() {
  let known: string[] = []
  const gone: { id: string; at: number }[] = []
  return async (db: LensDatabase): Promise<void> => {
    const ids = new Set(await db.getAllKeys("accounts"))
    for (const id of known) {
      if (ids.has(id)) continue
      expect(replica.control.world.vitally.accounts.get(id), `${id} is still at Vitally`).toBeUndefined()
      gone.push({ id, at: time })
    }
    const lately = gone.filter(({ at }) => time - at < 12 * hour)
    expect(lately.length).toBeLessThanOrEqual(mayRemove(known.length))
    known = [...ids]
  }
}

/**
 * What is still missing once nothing is wrong any more: little of it goes by itself, day after day; what the brake holds is said with its
 * number, and goes at the user's word.
 */
async function settleMissing(db: LensDatabase, rested: (full: boolean) => Promise<SyncState>): Promise<void> {
  const { vitally } = replica.control.world
  const pass = async (): Promise<SyncState> => {
    await rested(true)
    time += 11 * 60_000
    return rested(true)
  }
  for (let day = 0; day < 20; day += 1) {
    const { missing } = await pass()
    const gone = (await db.getAllKeys("accounts")).filter((id) => !vitally.accounts.get(id))
    const left = (await getMeta(db, "missing")) ?? {}
    expect(Object.keys(left.accounts ?? {}).sort()).toEqual(gone.sort())
    if (gone.length === 0) return
    const many = gone.length > mayRemove(await db.count("accounts"))
    if (many) {
      expect(missing?.text).toContain(`${gone.length} of ${await db.count("accounts")} customers are missing`)
      await decideMissing(db, true, time + skew)
    } else time += 25 * hour
  }
  throw new Error("Some never left.")
}

const stored = async (db: LensDatabase, store: "accounts" | "organizations" | "tasks") =>
  (await db.getAll(store)).map(({ raw }) => raw).sort(byId)

it.each(Array.from({ length: lives }, (_, life) => life + Number(process.env.LIFE_SEED ?? 1)))(
  "life %i ends with exactly the service's data",
  async (seed) => {
    next = random(seed * 7919)
    time = start
    skew = 0
    added.clear()
    replica.control.reset()
    replica.control.setPageSize({ vitally: 15 })
    const name = `life-${seed}`
    const real = replicaFetch(replica)
    const me = { adminId: replica.control.world.book.advisors[0]?.id ?? "", name: "Maya", role: "" }
    const began = performance.now()
    const rest = { me, now: () => time + skew + performance.now() - began }
    const direct = await testDeps({ fetch: real, ...rest })
    const write = (id: string, body: object) => direct.client.updateTask(id, body).catch(() => undefined)
    const watch = watchdog()
    for (let event = 0; event < events; event += 1) {
      time += next() < 0.1 ? next() * 30 * hour : next() * hour
      replica.control.setNow(new Date(time).toISOString())
      if (chance(0.4)) disturb()
      while (chance(0.6)) await change(write)
      const db = await openLensDatabase(name)
      const life = chance(0.3) ? 5 + Math.floor(next() * 300) : Number.POSITIVE_INFINITY
      const deps = await testDeps({ ...mortal(db, real, life), ...rest })
      const work = chance(0.3)
        ? refreshAccount(deps, among(replica.control.world.vitally.accounts.all())?.id ?? "")
        : runSyncSlice(deps, { full: chance(0.05) })
      await work.catch((error: unknown) => {
        if (!(error instanceof Killed || (error instanceof Error && error.name === "AbortError"))) throw error
      })
      await watch(db)
      db.close()
    }
    replica.control.clearFaults()
    const db = await openLensDatabase(name)
    const deps = await testDeps({ db, fetch: real, ...rest })
    const rested = async (full: boolean) => {
      let result = await runSyncSlice(deps, { full })
      for (let slices = 0; result.more && slices < 40; slices += 1) result = await runSyncSlice(deps)
      expect(result).toMatchObject({ more: false, state: { phase: "idle", setAside: { count: 0 } } })
      return result.state
    }
    const { vitally } = replica.control.world
    // The replica lists the tasks of accounts that were deleted, with which ours go.
    const isThere = ({ accountId }: Row) => typeof accountId !== "string" || vitally.accounts.get(accountId)
    const tasks = given([...vitally.tasks.all()].filter(({ closed }) => !closed)).filter(isThere)
    for (const task of tasks)
      for (const parent of ["account", "organization"]) Reflect.deleteProperty(task, parent)

    // Reading what changed misses nothing that did; only what was deleted is still there.
    for (let round = 0; round < 7; round += 1) await rested(false)
    for (const store of ["accounts", "organizations"] as const) {
      const rows = (await stored(db, store)).filter(({ id }) => vitally[store].get(id))
      expect(rows).toEqual(given(vitally[store].all()))
    }
    // The replica gives an account added later tasks that are older than the sync: only a whole sweep can see those.
    const isOld = ({ accountId }: Row) => isThere({ accountId }) && !added.has(String(accountId))
    expect((await stored(db, "tasks")).filter(isOld)).toEqual(tasks.filter(isOld))

    await settleMissing(db, rested)
    await rested(false)
    expect(await stored(db, "accounts")).toEqual(given(vitally.accounts.all()))
    expect(await stored(db, "organizations")).toEqual(given(vitally.organizations.all()))
    expect((await stored(db, "tasks")).filter(isThere)).toEqual(tasks)
    // What is derived from the rows on the way is what would be derived of them now.
    const summaries = await db.getAll("summaries")
    await askResummariseAll(db)
    await rested(false)
    expect(await db.getAll("summaries")).toEqual(summaries)
    db.close()
  },
  240_000,
)
